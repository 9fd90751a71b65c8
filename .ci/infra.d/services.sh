# The services on what Terraform made. Sourced by the part that applies.
# shellcheck shell=bash disable=SC2154

# Builds them too, where they are not built.
the_main_job_is_done_on_it() { # file of `terraform output -json`
  rm -rf end-to-end/target/aws-calls-applied
  APPLIED_OUTPUTS=$1 APPLIED_TOKEN=$example_token AWS_ENDPOINT_URL=$emulator \
    ./mvnw -B -ntp -q -pl end-to-end -am verify -Dtest=FormattingTests -Dsurefire.failIfNoSpecifiedTests=false \
    -Dit.test=AppliedInfrastructureEndToEndTests -Dfailsafe.failIfNoSpecifiedTests=false || return
  [[ -n $(find end-to-end/target/aws-calls-applied -name '*.jsonl') ]]
}

its_roles_allow_what_was_called() { # file of `terraform output -json`
  jq .role_policies.value "$1" >"$logs/applied-policies.json" &&
    npm --prefix .ci/iam ci --no-audit --no-fund >/dev/null &&
    node .ci/iam/recorded.js "$logs/applied-policies.json" us-east-1 some end-to-end/target/aws-calls-applied/*.jsonl
}
