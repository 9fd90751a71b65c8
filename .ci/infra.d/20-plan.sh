# What would be made, judged as a whole: each environment and region, each way of scaling. Needs an AWS API to plan against.
# shellcheck shell=bash disable=SC2154
. .ci/infra.d/terraform.sh

with_local_state() {
  printf 'terraform {\n  backend "local" {}\n}\n' >"$1/local_override.tf"
  terraform -chdir="$1" init -input=false
}

if ! has terraform; then
  skip "plans" "no terraform"
elif ! has jq || ! has openssl || ! has curl; then
  skip "plans" "no jq, openssl or curl"
elif ! use_emulator; then
  skip "plans" "no AWS emulator: set INFRA_AWS_ENDPOINT_URL"
else
  use_provider_mirror
  example_inputs
  planned=$(copy_of terraform/infra)
  at_end "rm -rf '$(dirname "$planned")'"
  check "terraform init with a state here" with_local_state "$planned"
  for environment in us-east-1.dev us-east-2.prod; do
    json=$logs/plan-$environment.json
    name=polybot-${environment#*.}-${environment%.*}
    if check "$environment: plan" plan_of "$planned" "$json" -var-file="environments/$environment.tfvars"; then
      check "$environment: no rule is broken" no_rule_is_broken "$json" "$name"
      check "$environment: the token is not in the plan" no_token_in "$json"
    fi
  done
  for scaling in backlog step cpu; do
    json=$logs/plan-$scaling.json
    check "scaling by $scaling: plan" plan_of "$planned" "$json" -var-file=environments/us-east-1.dev.tfvars -var scaling=$scaling &&
      check "scaling by $scaling: no rule is broken" no_rule_is_broken "$json" polybot-dev-us-east-1
  done
  if has python3; then
    check "scaling by backlog asks for the right number of detectors" python3 .ci/infra.d/scaling-scenarios.py "$logs/plan-backlog.json"
  else
    skip "scaling by backlog asks for the right number of detectors" "no python3"
  fi
  check "every rule notices its fault ($(grep -c ' => ' .ci/infra.d/plan-faults.txt) faults)" every_rule_notices_its_fault "$logs/plan-backlog.json" polybot-dev-us-east-1
fi
