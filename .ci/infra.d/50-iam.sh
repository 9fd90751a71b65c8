# The roles, judged call by call: all that the services do is allowed, a table of what they must not do is denied.
# The policies are the roles module's own, for the names in .ci/iam/names.json; that needs no AWS.
# shellcheck shell=bash disable=SC2154
. .ci/infra.d/terraform.sh

policies_are_written() {
  local roles=$1 policies=$2
  printf 'provider "aws" {\n  region = "us-east-1"\n  access_key = "none"\n  secret_key = "none"\n  skip_credentials_validation = true\n  skip_requesting_account_id = true\n  skip_metadata_api_check = true\n}\n' >"$roles/provider_override.tf"
  cp .ci/iam/names.json "$roles/names.auto.tfvars.json"
  terraform -chdir="$roles" init -input=false &&
    terraform -chdir="$roles" plan -input=false -out=roles.tfplan &&
    terraform -chdir="$roles" show -json roles.tfplan | jq .planned_values.outputs.policies.value >"$policies"
}

install_judge() { npm --prefix .ci/iam ci --no-audit --no-fund; }

if ! has terraform || ! has jq || ! has npm; then
  skip "calls of the services, allowed and forbidden" "no terraform, jq or npm"
else
  use_provider_mirror
  roles=$(copy_of terraform/infra/modules/roles)
  at_end "rm -rf '$(dirname "$roles")'"
  check "the roles' policies are written" policies_are_written "$roles" "$logs/policies.json" &&
    check "npm: the policy simulator" install_judge &&
    check "what the services call is allowed, what they must not call is denied" node .ci/iam/judge.js "$logs/policies.json"
fi
