// node judge.js policies.json: prints each call that is judged otherwise than it should be, and fails if there is one.
import { readFileSync } from 'node:fs'
import { judge } from './simulator.js'
import { services } from './calls.js'

const policies = JSON.parse(readFileSync(process.argv[2], 'utf8'))

let wrong = 0
for (const [service, calls] of Object.entries(services)) wrong += await judge(service, calls, JSON.parse(policies[service]))
process.exit(wrong === 0 ? 0 : 1)
