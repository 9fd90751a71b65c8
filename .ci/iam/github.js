// node github.js rights.json policies.json: what the role of GitHub's workflows for dev may and may not do, PowerUserAccess and its own policies together.
import { readFileSync } from 'node:fs'
import { account, judge } from './simulator.js'

const { github_policy: own, boundary_policy: boundary } = JSON.parse(readFileSync(process.argv[2], 'utf8'))

// As AWS documents it; what it allows of iam, organizations and account is reading and service-linked roles.
const powerUser = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' },
    { Effect: 'Allow', Action: ['iam:CreateServiceLinkedRole', 'iam:DeleteServiceLinkedRole', 'iam:ListRoles'], Resource: '*' },
  ],
}

const role = (name) => `arn:aws:iam::${account}:role/${name}`
const dev = role('polybot-dev-us-east-1-bot')
const bounded = { 'iam:PermissionsBoundary': `arn:aws:iam::${account}:policy/polybot-dev-machine-boundary` }
const taggedProd = { 'aws:ResourceTag/Project': 'polybot', 'aws:ResourceTag/Environment': 'prod' }
const secret = (name) => `arn:aws:secretsmanager:us-east-1:${account}:secret:${name}-AbCdEf`

const github = {
  allowed: [
    ['iam:CreateRole', dev, bounded],
    ['iam:PutRolePolicy', dev, bounded],
    // A role's description has a call of its own.
    ['iam:UpdateRoleDescription', dev],
    ['iam:PassRole', dev, { 'iam:PassedToService': 'ec2.amazonaws.com' }],
    ['s3:PutObject', 'arn:aws:s3:::polybot-dev-us-east-1-tfstate-123456789012/us-east-1.tfstate'],
    ['secretsmanager:PutSecretValue', secret('polybot-dev-us-east-1-telegram')],
    ['sqs:CreateQueue', `arn:aws:sqs:us-east-1:${account}:polybot-dev-us-east-1-outbox.fifo`],
  ],
  denied: [
    // A role of a name that fits, without the boundary, would be an administrator in disguise.
    ['iam:CreateRole', dev],
    ['iam:CreateRole', dev, { 'iam:PermissionsBoundary': `arn:aws:iam::${account}:policy/another` }],
    ['iam:PutRolePolicy', dev],
    ['iam:AttachRolePolicy', dev, bounded],
    ['iam:DeleteRolePermissionsBoundary', dev, bounded],
    ['iam:CreatePolicyVersion', `arn:aws:iam::${account}:policy/polybot-dev-machine-boundary`],
    ['iam:PutRolePolicy', role('polybot-dev-github'), bounded],
    ['iam:CreateUser', `arn:aws:iam::${account}:user/somebody`],
    ['iam:PassRole', role('polybot-prod-us-east-1-bot'), { 'iam:PassedToService': 'ec2.amazonaws.com' }],
    // Another environment's states, secrets, data and machines.
    ['s3:GetObject', 'arn:aws:s3:::polybot-prod-us-east-1-tfstate-123456789012/us-east-1.tfstate'],
    ['s3:PutBucketPolicy', 'arn:aws:s3:::polybot-prod-us-east-1-tfstate-123456789012'],
    ['secretsmanager:GetSecretValue', secret('polybot-prod-us-east-1-telegram')],
    ['sqs:SendMessage', `arn:aws:sqs:us-east-1:${account}:polybot-prod-us-east-1-outbox.fifo`],
    ['dynamodb:DeleteTable', `arn:aws:dynamodb:us-east-1:${account}:table/polybot-prod-us-east-1-predictions`],
    ['ec2:TerminateInstances', `arn:aws:ec2:us-east-1:${account}:instance/i-0123456789abcdef0`, taggedProd],
    ['ec2:DeleteTags', `arn:aws:ec2:us-east-1:${account}:instance/i-0123456789abcdef0`, taggedProd],
    ['ssm:StartSession', `arn:aws:ec2:us-east-1:${account}:instance/i-0123456789abcdef0`, { 'ssm:resourceTag/Environment': 'prod' }],
  ],
}

// The boundary bounds: even where a role's own policy allows everything.
const everything = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }
const machine = {
  allowed: [
    ['sqs:ReceiveMessage', `arn:aws:sqs:us-east-1:${account}:polybot-dev-us-east-1-outbox.fifo`],
    ['secretsmanager:GetSecretValue', secret('polybot-dev-us-east-1-telegram')],
    ['secretsmanager:GetSecretValue', secret('my-rest-keys')],
    ['cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'Polybot/polybot-dev-us-east-1/bot' }],
  ],
  denied: [
    ['iam:CreateUser', `arn:aws:iam::${account}:user/somebody`],
    ['sts:AssumeRole', role('administrator')],
    ['secretsmanager:GetSecretValue', secret('polybot-prod-us-east-1-telegram')],
    ['s3:GetObject', 'arn:aws:s3:::polybot-prod-us-east-1-images-123456789012/images/1.jpg'],
    ['s3:GetObject', 'arn:aws:s3:::polybot-dev-us-east-1-tfstate-123456789012/us-east-1.tfstate'],
    ['ec2:RunInstances', `arn:aws:ec2:us-east-1:${account}:instance/*`],
    ['cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'Polybot/polybot-prod-us-east-1/bot' }],
  ],
}

// A right that a service's role gives and the boundary withholds would fail on AWS alone.
const withheld = () => {
  const bounds = new Set(JSON.parse(boundary).Statement.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action }) => Action))
  const given = Object.values(JSON.parse(readFileSync(process.argv[3], 'utf8'))).flatMap((policy) => JSON.parse(policy).Statement.flatMap(({ Action }) => Action))
  const missing = given.filter((action) => !bounds.has(action))
  for (const action of missing) console.log(`the boundary withholds ${action}, which a service's role gives`)
  return missing.length
}

const wrong = withheld() +
  (await judge('github', github, [powerUser, JSON.parse(own)])) + (await judge('a machine', machine, [everything], [JSON.parse(boundary)]))
process.exit(wrong === 0 ? 0 : 1)
