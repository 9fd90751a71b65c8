// What each service calls, and what it must never be able to call: [action, resource, context?].
const account = '123456789012'
const arn = (service, rest) => `arn:aws:${service}:us-east-1:${account}:${rest}`

const images = 'arn:aws:s3:::polybot-images'
const output = 'arn:aws:s3:::polybot-output'
const identify = arn('sqs', 'polybot-identify')
const results = arn('sqs', 'polybot-results')
const identifyDeadLetters = arn('sqs', 'polybot-identify-dead-letters')
const resultsDeadLetters = arn('sqs', 'polybot-results-dead-letters')
const outbox = arn('sqs', 'polybot-outbox.fifo')
const outboxDeadLetters = arn('sqs', 'polybot-outbox-dead.fifo')
const predictions = arn('dynamodb', 'table/polybot-predictions')
const byChat = `${predictions}/index/chatId-time-index`
const state = `${predictions}-state`
const token = arn('secretsmanager', 'secret:polybot-telegram-AbCdEf')
const certificate = arn('secretsmanager', 'secret:polybot-certificate-AbCdEf')
const group = (name) => arn('autoscaling', `autoScalingGroup:00000000-0000-0000-0000-000000000000:autoScalingGroupName/${name}`)

const lookUp = (queue) => [['sqs:GetQueueUrl', queue]]
const consume = (queue) => [
  ['sqs:ReceiveMessage', queue],
  ['sqs:DeleteMessage', queue],
  ['sqs:ChangeMessageVisibility', queue],
  ...lookUp(queue),
]
const produce = (queue) => [['sqs:SendMessage', queue], ...lookUp(queue)]

const machine = (service) => [
  ['ecr:GetAuthorizationToken', '*'],
  ['ecr:BatchCheckLayerAvailability', arn('ecr', `repository/polybot-${service}`)],
  ['ecr:BatchGetImage', arn('ecr', `repository/polybot-${service}`)],
  ['ecr:GetDownloadUrlForLayer', arn('ecr', `repository/polybot-${service}`)],
  ['logs:CreateLogStream', arn('logs', `log-group:/polybot/${service}:log-stream:a-container`)],
  ['logs:PutLogEvents', arn('logs', `log-group:/polybot/${service}:log-stream:a-container`)],
  ['ssm:UpdateInstanceInformation', arn('ec2', 'instance/i-0123456789abcdef0')],
  ['ssmmessages:CreateControlChannel', '*'],
  ['ssmmessages:CreateDataChannel', '*'],
  ['ssmmessages:OpenControlChannel', '*'],
  ['ssmmessages:OpenDataChannel', '*'],
  ['autoscaling:CompleteLifecycleAction', group(`polybot-${service}`)],
  ['autoscaling:SetInstanceProtection', group(`polybot-${service}`)],
  ['autoscaling:SetInstanceHealth', group(`polybot-${service}`)],
  ['cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': `Polybot/polybot-dev-us-east-1/${service}` }],
]

// What neither may do: widen its own rights, look at what is not its own, destroy.
const neverByAnybody = [
  ['s3:DeleteObject', `${images}/images/42/p.jpg`],
  ['s3:DeleteObject', `${output}/predicted/42/p.jpg`],
  ['s3:DeleteBucket', images],
  ['s3:PutBucketPolicy', images],
  ['s3:ListBucket', images],
  ['s3:ListBucket', output],
  ['s3:GetObject', 'arn:aws:s3:::another-bucket/images/42/p.jpg'],
  ['s3:GetObject', `${images}/elsewhere/p.jpg`],
  ['s3:ListAllMyBuckets', '*'],
  ['sqs:PurgeQueue', identify],
  ['sqs:DeleteQueue', identify],
  ['sqs:CreateQueue', arn('sqs', 'another-queue')],
  ['sqs:SetQueueAttributes', identify],
  ['sqs:ReceiveMessage', resultsDeadLetters],
  ['sqs:ReceiveMessage', outboxDeadLetters],
  ['sqs:SendMessage', outboxDeadLetters],
  ['sqs:PurgeQueue', outbox],
  ['sqs:ReceiveMessage', arn('sqs', 'another-queue')],
  ['dynamodb:Scan', predictions],
  ['dynamodb:Scan', byChat],
  ['dynamodb:DeleteItem', predictions],
  ['dynamodb:DeleteItem', state],
  ['dynamodb:DeleteTable', predictions],
  ['dynamodb:PutItem', arn('dynamodb', 'table/another-table')],
  ['secretsmanager:PutSecretValue', token],
  ['secretsmanager:DeleteSecret', token],
  ['secretsmanager:ListSecrets', '*'],
  ['secretsmanager:GetSecretValue', arn('secretsmanager', 'secret:another-secret-AbCdEf')],
  ['iam:PassRole', `arn:aws:iam::${account}:role/polybot-dev-us-east-1-bot`],
  ['iam:PutRolePolicy', `arn:aws:iam::${account}:role/polybot-dev-us-east-1-bot`],
  ['sts:AssumeRole', `arn:aws:iam::${account}:role/deployer`],
  ['ec2:RunInstances', arn('ec2', 'instance/*')],
  ['ec2:TerminateInstances', arn('ec2', 'instance/i-0123456789abcdef0')],
  ['autoscaling:UpdateAutoScalingGroup', group('polybot-detector')],
  ['autoscaling:SetDesiredCapacity', group('polybot-detector')],
  ['autoscaling:CompleteLifecycleAction', group('another-group')],
  ['ecr:PutImage', arn('ecr', 'repository/polybot-bot')],
  ['logs:DeleteLogGroup', arn('logs', 'log-group:/polybot/bot')],
  ['logs:GetLogEvents', arn('logs', 'log-group:/polybot/bot:log-stream:a-container')],
  ['cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'Polybot/polybot-dev-us-east-1' }],
  ['cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'AWS/SQS' }],
  ['cloudwatch:GetMetricData', '*'],
  ['ssm:GetParameter', arn('ssm', 'parameter/anything')],
  ['ssm:StartSession', arn('ec2', 'instance/i-0123456789abcdef0')],
]

export const services = {
  bot: {
    allowed: [
      ...machine('bot'),
      ['s3:PutObject', `${images}/images/42/p.jpg`],
      ['s3:GetObject', `${images}/images/42/p.jpg`],
      ['s3:GetObject', `${output}/predicted/42/p.jpg`],
      ['s3:GetObject', `${output}/predicted/42/p.json`],
      // What S3 asks itself when a key is missing: 404 where it is allowed, 403 where not.
      ['s3:ListBucket', images, { 's3:prefix': 'images/42/p.jpg' }],
      ['s3:ListBucket', output, { 's3:prefix': 'predicted/42/p.jpg' }],
      ['s3:DeleteObject', `${images}/images/rest:a-key/p.jpg`],
      ['s3:DeleteObject', `${output}/predicted/rest:a-key/p.jpg`],
      ['s3:DeleteObject', `${output}/predicted/rest:a-key/p.json`],
      ...produce(identify),
      ['sqs:GetQueueAttributes', identify],
      ['sqs:SendMessage', results],
      ...consume(results),
      ...consume(identifyDeadLetters),
      ...consume(outbox),
      ...produce(outbox),
      ['sqs:GetQueueAttributes', outbox],
      ['dynamodb:GetItem', predictions],
      ['dynamodb:BatchGetItem', predictions],
      ['dynamodb:PutItem', predictions],
      ['dynamodb:UpdateItem', predictions],
      ['dynamodb:Query', byChat],
      ['dynamodb:GetItem', state],
      ['dynamodb:BatchGetItem', state],
      ['dynamodb:PutItem', state],
      ['dynamodb:UpdateItem', state],
      ['secretsmanager:GetSecretValue', token],
      ['secretsmanager:GetSecretValue', certificate],
    ],
    denied: [
      ...neverByAnybody,
      ['s3:PutObject', `${output}/predicted/42/p.jpg`],
      ['s3:ListBucket', images, { 's3:prefix': '' }],
      ['sqs:ReceiveMessage', identify],
      ['sqs:DeleteMessage', identify],
      ['sqs:SendMessage', identifyDeadLetters],
      ['dynamodb:Query', predictions],
      ['dynamodb:Scan', state],
      ['ecr:BatchGetImage', arn('ecr', 'repository/polybot-detector')],
      ['logs:PutLogEvents', arn('logs', 'log-group:/polybot/detector:log-stream:a-container')],
      ['autoscaling:CompleteLifecycleAction', group('polybot-detector')],
      ['autoscaling:SetInstanceProtection', group('polybot-detector')],
    ],
  },
  detector: {
    allowed: [
      ...machine('detector'),
      ['s3:GetObject', `${images}/images/42/p.jpg`],
      // What S3 asks itself when a key is missing: 404 where it is allowed, 403 where not.
      ['s3:ListBucket', images, { 's3:prefix': 'images/42/p.jpg' }],
      ['s3:PutObject', `${output}/predicted/42/p.jpg`],
      ['s3:PutObject', `${output}/predicted/42/p.json`],
      ...consume(identify),
      ...produce(results),
      ['dynamodb:GetItem', predictions],
      ['dynamodb:PutItem', predictions],
    ],
    denied: [
      ...neverByAnybody,
      ['autoscaling:CompleteLifecycleAction', group('polybot-bot')],
      ['cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'Polybot/polybot-dev-us-east-1/bot' }],
      ['s3:PutObject', `${images}/images/42/p.jpg`],
      ['s3:GetObject', `${output}/predicted/42/p.jpg`],
      ['s3:ListBucket', images, { 's3:prefix': '' }],
      ['s3:ListBucket', images, { 's3:prefix': 'predicted/' }],
      ['sqs:SendMessage', identify],
      ['sqs:GetQueueAttributes', identify],
      ['sqs:ReceiveMessage', results],
      ['sqs:DeleteMessage', results],
      ['sqs:ReceiveMessage', identifyDeadLetters],
      ['sqs:SendMessage', outbox],
      ['sqs:ReceiveMessage', outbox],
      ['dynamodb:UpdateItem', predictions],
      ['dynamodb:Query', byChat],
      ['dynamodb:GetItem', state],
      ['dynamodb:BatchGetItem', state],
      ['dynamodb:PutItem', state],
      ['secretsmanager:GetSecretValue', token],
      ['secretsmanager:GetSecretValue', certificate],
      ['ecr:BatchGetImage', arn('ecr', 'repository/polybot-bot')],
      ['logs:PutLogEvents', arn('logs', 'log-group:/polybot/bot:log-stream:a-container')],
    ],
  },
}
