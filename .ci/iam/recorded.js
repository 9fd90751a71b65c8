// node recorded.js policies.json region all|some calls.jsonl...: every call that the services were heard to make is allowed by
// their role. Where all tests were listened to, the roles allow nothing that was not heard, beyond the machine's own needs.
import { readFileSync } from 'node:fs'
import { account, verdict } from './simulator.js'

const [policyFile, region, extent, ...files] = process.argv.slice(2)
const complete = extent === 'all'
const policies = JSON.parse(readFileSync(policyFile, 'utf8'))

// What may go unheard in a good run.
const unheard = new Set([
  'sqs:ChangeMessageVisibility', // only where a job takes long or an answer must wait
  'sqs:GetQueueAttributes', // what a queue client may ask once, of the outbox
  's3:ListBucket', // no call: it makes S3 say 404 of a missing picture instead of 403
])

// What the machine's agents do beside the service, and what the code does only on a machine of AWS.
const ofTheMachine = ['ecr:', 'logs:', 'ssm:', 'ssmmessages:', 'ec2messages:', 'autoscaling:', 'cloudwatch:']

// AWS ends a secret's ARN with six characters of its own; the policies, which were written for the ARNs, know which.
function secretArn(name) {
  const start = `arn:aws:secretsmanager:${region}:${account}:${name}-`
  const known = Object.values(policies).flatMap((policy) => [...policy.matchAll(/"(arn:aws:secretsmanager:[^"]*)"/g)].map((match) => match[1]))
  return known.find((arn) => arn.startsWith(start) && arn.length === start.length + 6) ?? `${start}AbCdEf`
}

function arn({ action, resource }) {
  const service = action.split(':')[0]
  if (service === 's3') return `arn:aws:s3:::${resource}`
  if (service === 'secretsmanager') return secretArn(resource)
  return `arn:aws:${service}:${region}:${account}:${resource}`
}

// What a policy asks of the circumstances.
const circumstances = ({ action, prefix }) => (action === 's3:ListBucket' ? { 's3:prefix': prefix ?? 'images/42/p.jpg' } : {})

const heard = new Map()
for (const file of files) {
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const call = JSON.parse(line)
    heard.set(`${call.service} ${call.action} ${arn(call)}`, call)
  }
}

let wrong = 0
for (const call of heard.values()) {
  const result = await verdict(JSON.parse(policies[call.service]), call.service, call.action, arn(call), circumstances(call))
  if (result !== 'Allowed') {
    wrong++
    console.log(`${call.service} calls ${call.action} on ${arn(call)}, which is ${result}`)
  }
}

for (const [service, policy] of Object.entries(policies)) {
  const used = new Set([...heard.values()].filter((call) => call.service === service).map((call) => call.action))
  if (used.size === 0) {
    wrong++
    console.log(`${service} was not heard at all`)
  }
  const allowed = JSON.parse(policy).Statement.flatMap((statement) => [statement.Action].flat())
  for (const action of new Set(allowed)) {
    if (!used.has(action) && !ofTheMachine.some((prefix) => action.startsWith(prefix)) && !unheard.has(action)) {
      console.log(`${complete ? '' : 'note: '}${service} may ${action}, but was not heard to`)
      if (complete) wrong++
    }
  }
}
console.log(`${heard.size} different calls heard, ${wrong} not allowed`)
process.exit(heard.size > 0 && wrong === 0 ? 0 : 1)
