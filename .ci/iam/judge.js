// node judge.js policies.json: prints each call that is judged otherwise than it should be, and fails if there is one.
import { readFileSync } from 'node:fs'
import { verdict } from './simulator.js'
import { services } from './calls.js'

const policies = JSON.parse(readFileSync(process.argv[2], 'utf8'))

let judged = 0
let wrong = 0
for (const [service, { allowed, denied }] of Object.entries(services)) {
  for (const [calls, right] of [[allowed, ['Allowed']], [denied, ['ImplicitlyDenied', 'ExplicitlyDenied']]]) {
    for (const call of calls) {
      const [action, resource, context] = call
      const result = await verdict(JSON.parse(policies[service]), service, action, resource, context)
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
