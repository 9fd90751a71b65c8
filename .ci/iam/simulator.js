// Asks the policy simulator what a role may do.
import { runSimulation } from '@cloud-copilot/iam-simulate'

export const account = '123456789012'

export async function verdict(policies, service, action, resource, context = {}, boundaries) {
  const named = (documents) => [documents].flat().map((policy, position) => ({ name: `${service}-${position}`, policy }))
  const response = await runSimulation(
    {
      identityPolicies: named(policies),
      permissionBoundaryPolicies: boundaries && named(boundaries),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      request: {
        action,
        principal: `arn:aws:sts::${account}:assumed-role/polybot-dev-us-east-1-${service.replaceAll(' ', '-')}/i-0123456789abcdef0`,
        resource: { resource, accountId: account },
        contextVariables: context,
      },
    },
    {},
  )
  // A call that IAM does not know is a mistake of the asker, and must not pass for a denial.
  return response.resultType === 'error' ? `error: ${JSON.stringify(response.errors)}` : response.overallResult
}

// Prints each call that is judged otherwise than it should be; answers how many.
export async function judge(service, { allowed, denied }, policies, boundaries) {
  let wrong = 0
  for (const [calls, right] of [[allowed, ['Allowed']], [denied, ['ImplicitlyDenied', 'ExplicitlyDenied']]]) {
    for (const [action, resource, context] of calls) {
      const result = await verdict(policies, service, action, resource, context, boundaries)
      if (!right.includes(result)) {
        wrong++
        console.log(`${service}: ${action} on ${resource} ${JSON.stringify(context ?? {})} is ${result}, should be ${right[0]}`)
      }
    }
  }
  console.log(`${service}: ${allowed.length + denied.length} calls judged, ${wrong} wrongly`)
  return wrong
}
