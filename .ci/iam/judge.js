// node judge.js policies.json: prints each call that is judged otherwise than it should be, and fails if there is one.
import { readFileSync } from 'node:fs'
import { runSimulation } from '@cloud-copilot/iam-simulate'
import { services } from './calls.js'

const account = '123456789012'
const policies = JSON.parse(readFileSync(process.argv[2], 'utf8'))

async function judge(service, [action, resource, context = {}]) {
  const response = await runSimulation(
    {
      identityPolicies: [{ name: service, policy: JSON.parse(policies[service]) }],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      request: {
        action,
        principal: `arn:aws:sts::${account}:assumed-role/polybot-dev-us-east-1-${service}/i-0123456789abcdef0`,
        resource: { resource, accountId: account },
        contextVariables: context,
      },
    },
    {},
  )
  // A call that IAM does not know is a mistake in the table, and must not pass for a denial.
  return response.resultType === 'error' ? `error: ${JSON.stringify(response.errors)}` : response.overallResult
}

let judged = 0
let wrong = 0
for (const [service, { allowed, denied }] of Object.entries(services)) {
  for (const [calls, right] of [[allowed, ['Allowed']], [denied, ['ImplicitlyDenied', 'ExplicitlyDenied']]]) {
    for (const call of calls) {
      const result = await judge(service, call)
      judged++
      if (!right.includes(result)) {
        wrong++
        console.log(`${service}: ${call[0]} on ${call[1]} ${JSON.stringify(call[2] ?? {})} is ${result}, should be ${right[0]}`)
      }
    }
  }
}
console.log(`${judged} calls judged, ${wrong} wrongly`)
process.exit(wrong === 0 ? 0 : 1)
