# The roles, judged call by call: all that the services do is allowed, a table of what they must not do is denied.
# The policies are the roles module's own, for the names in .ci/iam/names.json; that needs no AWS.
# shellcheck shell=bash disable=SC2154
. .ci/infra.d/terraform.sh

policies_are_written() { # copy of the roles module, names, file of the policies
  local roles=$1 names=$2 policies=$3
  printf 'provider "aws" {\n  region = "us-east-1"\n  access_key = "none"\n  secret_key = "none"\n  skip_credentials_validation = true\n  skip_requesting_account_id = true\n  skip_metadata_api_check = true\n}\n' >"$roles/provider_override.tf"
  cp "$names" "$roles/names.auto.tfvars.json"
  terraform -chdir="$roles" init -input=false &&
    terraform -chdir="$roles" plan -input=false -out=roles.tfplan &&
    terraform -chdir="$roles" show -json roles.tfplan | jq .planned_values.outputs.policies.value >"$policies"
}

calls_heard() { find end-to-end/target/aws-calls -name '*.jsonl' 2>/dev/null; }

heard_calls_are_allowed() { # policies
  local files
  mapfile -t files < <(calls_heard)
  node .ci/iam/recorded.js "$1" us-east-1 all "${files[@]}"
}

install_judge() { npm --prefix .ci/iam ci --no-audit --no-fund; }

rights_are_written() { # copy of the rights module, file
  printf '{"partition":"aws","account_id":"123456789012","prefix":"polybot","environment":"dev"}' >"$1/names.auto.tfvars.json"
  terraform -chdir="$1" init -input=false &&
    terraform -chdir="$1" plan -input=false -out=rights.tfplan &&
    terraform -chdir="$1" show -json rights.tfplan | jq '.planned_values.outputs | map_values(.value)' >"$2"
}

if ! has terraform || ! has jq || ! has npm; then
  skip "calls of the services, allowed and forbidden" "no terraform, jq or npm"
else
  use_provider_mirror
  roles=$(copy_of terraform/infra/modules/roles)
  at_end "rm -rf '$(dirname "$roles")'"
  if check "the roles' policies are written" policies_are_written "$roles" .ci/iam/names.json "$logs/policies.json" &&
    check "npm: the policy simulator" install_judge; then
    check "what the services call is allowed, what they must not call is denied" node .ci/iam/judge.js "$logs/policies.json"
    rights=$(copy_of terraform/backend-state/modules/rights)
    at_end "rm -rf '$(dirname "$rights")'"
    check "the rights of GitHub's role and the machines' boundary are written" rights_are_written "$rights" "$logs/rights.json" &&
      check "GitHub's role of dev makes no rights beyond the boundary and reaches nothing of prod" node .ci/iam/github.js "$logs/rights.json" "$logs/policies.json"
    if [[ -n $(calls_heard) ]]; then
      check "the roles' policies are written for the names of one machine" policies_are_written "$roles" .ci/iam/local-names.json "$logs/local-policies.json" &&
        check "every call heard in the end-to-end tests is allowed, and no other" heard_calls_are_allowed "$logs/local-policies.json"
    else
      skip "every call heard in the end-to-end tests is allowed, and no other" "none heard yet: run ./mvnw verify first"
    fi
  fi
fi
