// Asks the policy simulator what a role may do.
import { runSimulation } from '@cloud-copilot/iam-simulate'

export const account = '123456789012'

export async function verdict(policy, service, action, resource, context = {}) {
  const response = await runSimulation(
    {
      identityPolicies: [{ name: service, policy }],
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
  // A call that IAM does not know is a mistake of the asker, and must not pass for a denial.
  return response.resultType === 'error' ? `error: ${JSON.stringify(response.errors)}` : response.overallResult
}
