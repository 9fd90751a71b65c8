# The real thing on an emulator: made, unchanged when asked again, updated in place, taken away to the last piece.
# The state lies where it will lie, in the bucket that backend-state makes, with its lock.
# shellcheck shell=bash disable=SC2154
. .ci/infra.d/terraform.sh
. .ci/infra.d/services.sh

settings=(-input=false -var-file=environments/us-east-1.prod.tfvars -var protected=false)

state_bucket_is_made() {
  terraform -chdir="$state" init -input=false &&
    terraform -chdir="$state" apply -input=false -auto-approve -var-file=prod.tfvars -var force_destroy=true \
      -var 'state_principals=["arn:aws:iam::123456789012:role/deployer"]'
}

infra_finds_its_backend() {
  terraform -chdir="$infra" init -input=false -backend-config="bucket=$(terraform -chdir="$state" output -raw bucket)" \
    -backend-config=region=us-east-1 -backend-config=key=us-east-1.tfstate
}

everything_is_made() { terraform -chdir="$infra" apply "${settings[@]}" -auto-approve; }

# The user data that machines get.
first_boot_is_understood() { # service
  local service=$1 folder
  folder=$(mktemp -d)
  jq -r ".values.outputs.user_data.value.$service" "$logs/applied.json" >"$folder/user-data"
  cloud-init schema --config-file "$folder/user-data"
  local result=$?
  rm -r "$folder"
  return "$result"
}

a_second_plan_is_empty() { terraform -chdir="$infra" plan "${settings[@]}" -detailed-exitcode; }

a_second_terraform_is_kept_out() {
  local lock said
  lock=$emulator/$(terraform -chdir="$state" output -raw bucket)/us-east-1.tfstate.tflock
  curl -sf -X PUT -H 'Content-Type: application/json' "$lock" \
    -d '{"ID":"00000000-0000-0000-0000-000000000000","Operation":"OperationTypeApply","Who":"another","Version":"1.11.4","Created":"2026-01-01T00:00:00Z","Path":"x"}' || return
  said=$(terraform -chdir="$infra" plan "${settings[@]}" -lock-timeout=0s 2>&1)
  curl -sf -X DELETE "$lock" || return
  echo "$said" | tail -n 30
  grep -q 'Error acquiring the state lock' <<<"$said"
}

a_new_tag_changes_four_things_in_place() {
  local changes
  plan_of "$infra" "$logs/update.json" "${settings[@]}" -var bot_image_tag=2 -var detector_image_tag=2 || return
  changes=$(jq -r '.resource_changes[] | select(.change.actions != ["no-op"]) | "\(.type) \(.change.actions | join(","))"' "$logs/update.json" | sort | uniq -c)
  echo "$changes"
  [[ $(tr -s ' \n' ' ' <<<"$changes") == " 2 aws_autoscaling_group update 2 aws_launch_template update " ]] || return
  terraform -chdir="$infra" apply -input=false checked.tfplan &&
    terraform -chdir="$infra" plan "${settings[@]}" -var bot_image_tag=2 -var detector_image_tag=2 -detailed-exitcode
}

a_destroy_needs_no_token() {
  local left
  (unset TF_VAR_telegram_token && terraform -chdir="$infra" destroy "${settings[@]}" -auto-approve) || return
  left=$(terraform -chdir="$infra" state list)
  [[ -z $left ]] || { echo "still in the state: $left"; return 1; }
}

# Not asked of Terraform, which only knows what its state says. Before the destroy the same question has an answer.
much_is_there() { ! python3 .ci/infra.d/what-is-left.py polybot-prod-us-east-1; }
nothing_is_there() { python3 .ci/infra.d/what-is-left.py polybot-prod-us-east-1; }

state_bucket_is_taken_away() {
  terraform -chdir="$state" destroy -input=false -auto-approve -var-file=prod.tfvars -var force_destroy=true \
    -var 'state_principals=["arn:aws:iam::123456789012:role/deployer"]'
}

if ! has terraform || ! has jq || ! has openssl || ! has curl; then
  skip "apply, second plan, update in place, destroy" "no terraform, jq, openssl or curl"
elif ! use_emulator; then
  skip "apply, second plan, update in place, destroy" "no AWS emulator: set INFRA_AWS_ENDPOINT_URL"
else
  use_provider_mirror
  example_inputs
  state=$(copy_of terraform/backend-state)
  infra=$(copy_of terraform/infra)
  at_end "rm -rf '$(dirname "$state")' '$(dirname "$infra")'"
  if check "backend-state: apply" state_bucket_is_made && check "infra: its state lies in that bucket" infra_finds_its_backend; then
    if check "infra: apply" everything_is_made; then
      check "infra: a second plan is empty" a_second_plan_is_empty
      terraform -chdir="$infra" show -json >"$logs/applied.json"
      check "infra: no rule is broken by what was made" no_rule_is_broken "$logs/applied.json" polybot-prod-us-east-1
      check "infra: the token is not in the state" no_token_in "$logs/applied.json"
      for service in bot detector; do
        if has cloud-init; then
          check "$service: cloud-init understands the first boot" first_boot_is_understood $service
        else
          skip "$service: cloud-init understands the first boot" "no cloud-init"
        fi
      done
      if has java; then
        terraform -chdir="$infra" output -json >"$logs/outputs.json"
        check "the services do the main job on it, by the names in its outputs" the_main_job_is_done_on_it "$logs/outputs.json" &&
          check "its roles allow every call they made" its_roles_allow_what_was_called "$logs/outputs.json"
      else
        skip "the services do the main job on it" "no java"
      fi
      check "infra: a second terraform is kept out by the lock" a_second_terraform_is_kept_out
      check "infra: new image tags change templates and groups, in place" a_new_tag_changes_four_things_in_place
    fi
    if python3 -c 'import boto3' 2>/dev/null; then
      check "infra: AWS is asked what is there" much_is_there
      check "infra: destroy needs no token" a_destroy_needs_no_token
      check "infra: AWS is asked again, and nothing is left" nothing_is_there
    else
      check "infra: destroy needs no token" a_destroy_needs_no_token
      skip "infra: AWS is asked whether anything is left" "no boto3 for python3"
    fi
  fi
  check "backend-state: destroy" state_bucket_is_taken_away
fi
