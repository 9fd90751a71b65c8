# Two environments and two regions side by side in one account, and one of them changed setting after setting with the services running:
# nothing is replaced that need not be, the main job passes each time, and the neighbours notice nothing.
# shellcheck shell=bash disable=SC2154,SC2016
. .ci/infra.d/terraform.sh
. .ci/infra.d/services.sh

# SETTINGS_ALONE=yes leaves the neighbours out, which takes half the time. SETTINGS names by a regular expression those that are changed.
places=(us-east-1.dev us-east-2.dev us-east-1.prod)
[[ -z ${SETTINGS_ALONE:-} ]] || places=(us-east-1.dev)
changed=us-east-1.dev

# A state for each place, a domain and a bot for each region of each environment.
at() { # place, terraform's arguments
  local place=$1 command=$2
  shift 2
  local given=()
  [[ $command == output || $command == show ]] || given=(-input=false)
  [[ ! $command =~ ^(plan|apply|destroy)$ || " $* " == *" checked.tfplan "* ]] || given+=("-var-file=environments/$place.tfvars" "${chosen[@]}")
  TF_WORKSPACE=$place TF_VAR_domain_name=${place//./-}.polybot.example TF_VAR_telegram_token=${tokens[$place]} \
    terraform -chdir="$infra" "$command" "${given[@]}" "$@"
}

declare -A tokens=([us-east-1.dev]=$example_token [us-east-2.dev]=200000001:${example_token#*:} [us-east-1.prod]=200000002:${example_token#*:})

a_state_for_each() {
  printf 'terraform {\n  backend "local" {}\n}\n' >"$infra/local_override.tf"
  terraform -chdir="$infra" init -input=false || return
  local place
  for place in "${places[@]}"; do terraform -chdir="$infra" workspace new "$place" || return; done
}

states_of() { # environment
  terraform -chdir="$state" workspace new "$1"
  TF_WORKSPACE=$1 terraform -chdir="$state" apply -input=false -auto-approve -var-file="$1.tfvars" -var force_destroy=true \
    -var github_repository=someone/polybot -var 'state_principals=["arn:aws:iam::123456789012:role/deployer"]'
}

states_end() { # environment
  TF_WORKSPACE=$1 terraform -chdir="$state" destroy -input=false -auto-approve -var-file="$1.tfvars" -var force_destroy=true \
    -var github_repository=someone/polybot -var 'state_principals=["arn:aws:iam::123456789012:role/deployer"]'
}

states_stay() { # environment
  TF_WORKSPACE=$1 terraform -chdir="$state" plan -input=false -detailed-exitcode -var-file="$1.tfvars" -var force_destroy=true \
    -var github_repository=someone/polybot -var 'state_principals=["arn:aws:iam::123456789012:role/deployer"]'
}

place_is_made() { at "$1" apply -auto-approve; }

nothing_to_change() { at "$1" plan -detailed-exitcode; }

# What lies in one place carries its name, so that none is in two.
nothing_is_shared() {
  local place
  for place in "${places[@]}"; do
    TF_WORKSPACE=$place terraform -chdir="$infra" show -json |
      jq -r '[.values.root_module | recurse(.child_modules[]?) | .resources[]? | select(.mode == "managed" and .type != "aws_autoscaling_lifecycle_hook") | .values | .arn? // .id? | strings] | unique[]'
  done | sort | uniq -d | tee "$stage/shared"
  [[ ! -s $stage/shared ]]
}

outputs_are_read() { at "$changed" output -json >"$stage/outputs.json"; }

# A setting, what is expected to be replaced, and what must change at least; everything else stays or is updated where it is.
setting_reaches() { # settings, addresses to be replaced, an address that must change
  local replaced changes
  # shellcheck disable=SC2206 # settings, as a shell splits them
  chosen+=($1)
  at "$changed" plan -refresh=false -out=checked.tfplan || return
  TF_WORKSPACE=$changed terraform -chdir="$infra" show -json checked.tfplan >"$stage/plan.json"
  changes=$(jq -r '.resource_changes[] | select(.change.actions != ["no-op"] and .change.actions != ["read"]) | "\(.change.actions | join("+")) \(.address)"' "$stage/plan.json")
  echo "$changes"
  replaced=$(grep delete <<<"$changes" | cut -d' ' -f2 | sort | paste -sd' ')
  [[ $replaced == "$2" ]] || { echo "gone or replaced: '$replaced', not '$2'"; return 1; }
  grep -qF " $3" <<<"$changes" || { echo "unchanged: $3"; return 1; }
  at "$changed" apply checked.tfplan && outputs_are_read && services_follow "$stage/outputs.json" && a_photo_comes_back
}

setting() { # what it is, and what setting_reaches asks for
  [[ ! $1 =~ ${SETTINGS:-.} ]] || check "$1" setting_reaches "${@:2}"
}

end_of_one() {
  at "$changed" destroy -auto-approve && AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1 python3 .ci/infra.d/what-is-left.py polybot-dev-us-east-1
}

if ! has terraform || ! has jq || ! has openssl || ! has curl || ! has java || ! python3 -c 'import boto3' 2>/dev/null; then
  skip "settings changed one after another" "no terraform, jq, openssl, curl, java or boto3"
elif ! use_emulator; then
  skip "settings changed one after another" "no AWS emulator: set INFRA_AWS_ENDPOINT_URL"
else
  use_provider_mirror
  example_inputs
  stage=$(mktemp -d)
  state=$(copy_of terraform/backend-state)
  infra=$(copy_of terraform/infra)
  at_end "rm -rf '$stage' '$(dirname "$state")' '$(dirname "$infra")'"
  chosen=()
  if [[ -z ${SETTINGS_ALONE:-} ]] && check "states: dev and prod, each with a role for GitHub" eval 'terraform -chdir="$state" init -input=false && states_of dev && states_of prod'; then
    check "states: dev goes, prod stays as it is" eval 'states_end dev && states_stay prod'
  fi
  if check "a state for each place" a_state_for_each; then
    for place in "${places[@]}"; do check "$place: made, beside the others" place_is_made "$place"; done
    check "no two places share anything" nothing_is_shared
    if check "the programs are built" programs_are_built && check "somebody plays Telegram" telegram_is_played &&
      check "$changed: the services run, and the main job passes" eval 'outputs_are_read && services_follow "$stage/outputs.json" && a_photo_comes_back'; then
      bot=module.bot.aws_launch_template.this detector=module.detector.aws_launch_template.this
      setting "the load balancer's port: nothing is replaced" "-var https_port=443" "" $bot
      setting "memory: nothing is replaced" "-var bot_memory_mb=640 -var detector_memory_mb=3000" "" $bot
      setting "kinds of machines: nothing is replaced" "-var bot_instance_type=t3.small -var detector_instance_type=t3.large" "" $detector
      setting "hook times: nothing is replaced" "-var detector_stop_seconds=180 -var detector_launch_timeout_seconds=1200" "" 'module.detector.aws_autoscaling_lifecycle_hook'
      setting "an output bucket of its own: nothing is replaced" "-var separate_output_bucket=true" "" 'module.buckets.aws_s3_bucket.this["output"]'
      setting "the services' port: the target group alone is replaced" "-var service_port=8081" "module.load_balancer.aws_lb_target_group.bot" module.load_balancer.aws_lb_listener.https
      setting "spot machines: nothing is replaced" '-var detector_spot_instance_types=["t3a.large"]' "" module.detector.aws_autoscaling_group.this
      setting "access logs, flow logs, IPv6: nothing is replaced" "-var load_balancer_logs_days=14 -var flow_logs_days=7 -var ipv6=true" "" module.load_balancer.aws_lb.this
      setting "private subnets with endpoints: nothing is replaced" '-var private_subnets=true -var interface_endpoints=["sqs","ecr.api","ecr.dkr"]' "" module.network.aws_nat_gateway.this
      check "$changed: after all that a plan is empty" nothing_to_change "$changed"
    fi
    chosen_before=("${chosen[@]}") chosen=()
    for place in "${places[@]:1}"; do check "$place: noticed nothing" nothing_to_change "$place"; done
    chosen=("${chosen_before[@]}")
    check "$changed: taken away, nothing is left" end_of_one
    chosen=()
    for place in "${places[@]:1}"; do check "$place: stays as it is" nothing_to_change "$place"; done
  fi
fi
