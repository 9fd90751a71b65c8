# The workflows' scripts among played surroundings: an aws, a terraform, a docker, a scanner and a GitHub that answer as the real ones
# do where an emulator is kinder. Each case is something that stopped or hurt somebody. PLAYED names one of them.
# shellcheck shell=bash disable=SC2154,SC2016

# A folder with commands of the given names; each notes how it was called and answers by the shell function `answer` in $stage/answers.
stage_is_set() {
  stage=$(mktemp -d)
  mkdir "$stage/bin"
  local command
  for command in aws terraform docker osv-scanner curl ansible-playbook; do
    printf '#!/usr/bin/env bash\nname=%s\necho "$name $*" >>"%s/heard"\n. "%s/answers"\nanswer "$@"\n' "$command" "$stage" "$stage" >"$stage/bin/$command"
  done
  chmod +x "$stage"/bin/*
  : >"$stage/heard"
}

# Runs a script with the answers on standard input: a case of "$name $*".
played() { # script, arguments
  { echo 'answer() {'; echo 'case "$name $*" in'; cat; echo '*) ;;'; echo 'esac; }'; } >"$stage/answers"
  : >"$stage/heard"
  env -u AWS_ENDPOINT_URL PATH="$stage/bin:$PATH" TMPDIR="$stage" ENVIRONMENT=dev REGION=us-east-1 "$@" >"$stage/said" 2>&1
}

heard() { grep -qE -- "$1" "$stage/heard" || { echo "not heard: $1"; cat "$stage/heard" "$stage/said"; return 1; }; }
said() { grep -qE -- "$1" "$stage/said" || { echo "not said: $1"; cat "$stage/said"; return 1; }; }

# --- scan: what the scanner cannot look at is a warning, what it finds is judged by its severity

scan_answers() { # exit status, severity
  printf '*"osv-scanner scan"*) echo %s; exit %s ;;\n' "'{\"results\":[{\"packages\":[{\"package\":{\"name\":\"zlib1g\",\"version\":\"1\"},\"groups\":[{\"ids\":[\"CVE-1\"],\"max_severity\":\"$2\"}]}]}]}'" "$1"
}
scan() { IMAGE_TAG=1 played .github/scripts/scan bot; }
an_image_from_scratch_that_cannot_be_scanned_is_a_warning() { scan_answers 127 9.8 | scan && said '::warning::.*could not be scanned'; }
a_critical_finding_stops_it() { ! { scan_answers 1 9.8 | scan; } && said '::error::.*CVE-1 in zlib1g 1'; }
a_lesser_finding_does_not() { scan_answers 1 7.5 | scan && said '1 known vulnerabilities'; }

# --- backend-state: what an earlier run was told holds

state_answers() { # outputs of the state, arn of who runs this
  cat <<ANSWERS
"aws sts get-caller-identity --query Account"*) echo 123456789012 ;;
"aws sts get-caller-identity --query Arn"*) echo $2 ;;
"aws iam list-open-id"*) echo "\${PROVIDER:-}" ;;
"terraform "*" show -json") echo '{"values":{"outputs":$1,"root_module":{"resources":[]}}}' ;;
"terraform "*" apply "*) env | grep ^TF_VAR_ >"$stage/given" ;;
"terraform "*" output -raw bucket") echo bucket ;;
"terraform "*" output -json "*) echo null ;;
"curl "*repos/private/*) exit 22 ;;
"curl "*repos/*) echo '{"id":456,"name":"polybot","owner":{"login":"someone","id":123}}' ;;
ANSWERS
}
deployer=arn:aws:iam::123456789012:user/deployer
known='{"github_repository":{"value":"someone@123/polybot@456"},"state_principals":{"value":["arn:aws:iam::123456789012:role/before"]}}'
given() { grep -qF -- "$1" "$stage/given" || { echo "not given: $1"; cat "$stage/given"; return 1; }; }

a_repository_named_before_keeps_its_role() {
  state_answers "$known" $deployer | played .github/scripts/backend-state up && given 'TF_VAR_github_repository=someone@123/polybot@456' && given 'role/before'
}
none_takes_it_away() {
  state_answers "$known" $deployer | GITHUB_TRUSTED=none played .github/scripts/backend-state up && ! given TF_VAR_github_repository >/dev/null
}
principals_are_separated_by_commas() {
  state_answers '{}' $deployer | STATE_PRINCIPALS="arn:aws:iam::123456789012:role/a, arn:aws:iam::123456789012:user/b" played .github/scripts/backend-state up &&
    given 'TF_VAR_state_principals=["arn:aws:iam::123456789012:role/a","arn:aws:iam::123456789012:user/b"]'
}
a_session_that_is_no_arn_of_a_role_is_refused() {
  ! { state_answers '{}' $deployer | STATE_PRINCIPALS='arn:aws:iam::123456789012:role/*' played .github/scripts/backend-state up; } && said 'not ARNs of roles or users'
}
root_needs_somebody_else() {
  ! { state_answers '{}' arn:aws:iam::123456789012:root | played .github/scripts/backend-state up; } && said "You are the account's root" &&
    state_answers '{}' arn:aws:iam::123456789012:root | GITHUB_TRUSTED=someone/polybot played .github/scripts/backend-state up && given 'TF_VAR_state_principals=[]'
}
ids_are_asked_of_github() {
  state_answers '{}' $deployer | GITHUB_TRUSTED=someone/polybot played .github/scripts/backend-state up && given 'TF_VAR_github_repository=someone@123/polybot@456' &&
    state_answers '{}' $deployer | GITHUB_TRUSTED=private/polybot played .github/scripts/backend-state up && given 'TF_VAR_github_repository=private/polybot' && said '::warning::.*owner@id/name@id'
}
a_runner_knows_its_own_ids() {
  state_answers '{}' $deployer | GITHUB_TRUSTED=private/polybot GITHUB_REPOSITORY=private/polybot GITHUB_REPOSITORY_ID=8 GITHUB_REPOSITORY_OWNER_ID=7 \
    played .github/scripts/backend-state up && given 'TF_VAR_github_repository=private@7/polybot@8'
}
the_provider_is_made_once_for_the_account() {
  state_answers '{}' $deployer | GITHUB_TRUSTED=someone/polybot played .github/scripts/backend-state up && heard 'create-open-id-connect-provider .*--thumbprint-list [0-9a-f]{40}' &&
    state_answers '{}' $deployer | PROVIDER=arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com GITHUB_TRUSTED=someone/polybot played .github/scripts/backend-state up &&
    ! heard 'create-open-id-connect-provider' >/dev/null
}

# --- infra: two regions share neither domain nor bot; a destroy in a fresh shell asks for nothing

region_answers() {
  cat <<'ANSWERS'
"aws sts "*) echo 123456789012 ;;
"aws s3api list-objects-v2"*) printf 'backend-state.tfstate\tus-east-2.tfstate\tus-east-1.tfstate\n' ;;
"aws s3 cp "*) echo '{"outputs":{"webhook_url":{"value":"https://other.example.com:8443/telegram/webhook"}}}' ;;
"aws secretsmanager get-secret-value --region us-east-2 "*) echo '{"TELEGRAM_TOKEN":"1:other"}' ;;
"terraform "*"state list") echo something ;;
"terraform "*" destroy "*) env | grep ^TF_VAR_ >"$TMPDIR/given" ;;
ANSWERS
}
infra() { BOT_IMAGE_TAG=1 DETECTOR_IMAGE_TAG=1 played env "$@"; }
a_domain_of_another_region_is_refused() {
  ! { region_answers | infra TF_VAR_domain_name=other.example.com .github/scripts/infra apply; } && said 'other.example.com is the domain of us-east-2 already.*DOMAIN_NAME_US_EAST_1' && ! heard ' apply ' >/dev/null
}
a_bot_of_another_region_is_refused() {
  ! { region_answers | infra TF_VAR_domain_name=bot.example.com TF_VAR_telegram_token=1:new .github/scripts/infra plan; } && said 'The bot 1 answers from us-east-2 already.*TELEGRAM_TOKEN_US_EAST_1' && ! grep -q 1:new "$stage/said"
}
what_is_its_own_is_applied() { group_answers 2 Successful | infra TF_VAR_domain_name=bot.example.com TF_VAR_telegram_token=2:new .github/scripts/infra apply && heard 'terraform .* apply '; }
a_destroy_in_a_fresh_shell_asks_for_nothing() {
  region_answers | infra -u TF_VAR_domain_name -u TF_VAR_telegram_token CONFIRMATION='destroy polybot-dev-us-east-1' .github/scripts/infra destroy && given TF_VAR_domain_name= && given TF_VAR_certificate_arn=
}

# --- what runs stays in the registry, and is brought up to the version that Terraform asked for

group_answers() { # version of a machine, status of the newest refresh
  region_answers
  cat <<ANSWERS
"aws autoscaling describe-auto-scaling-groups"*) echo '{"AutoScalingGroups":[{"LaunchTemplate":{"Version":"2"},"Instances":[{"LaunchTemplate":{"Version":"$1"}}],"Tags":[{"Key":"Image","Value":"registry/bot:7"}]}]}' ;;
"aws autoscaling describe-instance-refreshes"*) echo '{"InstanceRefreshes":[{"Status":"$2"}]}' ;;
"aws ecr batch-get-image"*) echo '{}' ;;
"aws ecr describe-images"*) exit 1 ;;
"aws ecr describe-repositories"*) echo registry/bot ;;
ANSWERS
}
apply() { infra TF_VAR_domain_name=bot.example.com TF_VAR_telegram_token=2:new .github/scripts/infra apply; }
a_replacement_that_aws_refused_is_begun_by_the_next_apply() { group_answers 1 Failed | apply && heard 'start-instance-refresh --auto-scaling-group-name polybot-dev-us-east-1-bot'; }
a_replacement_under_way_is_left_alone() { group_answers 1 InProgress | apply && ! heard start-instance-refresh >/dev/null; }
nothing_behind_means_nothing_to_do() { group_answers 2 Failed | apply && ! heard start-instance-refresh >/dev/null; }
an_image_that_is_deployed_is_kept() { group_answers 2 Successful | IMAGE_TAG=7 played .github/scripts/deploy bot && heard 'put-image --repository-name polybot-dev-us-east-1-bot --image-tag deployed-7' && heard 'ansible-playbook playbooks/bot.yml'; }
an_image_that_is_not_there_is_not_deployed() {
  ! { printf '"aws ecr batch-get-image"*) echo None ;;\n' | IMAGE_TAG=7 played .github/scripts/deploy bot; } && said 'no image polybot-dev-us-east-1-bot:7' && ! heard ansible-playbook >/dev/null
}
# The group says what runs, whatever a deployment that was killed left on single machines.
a_deployment_that_was_killed_can_be_mended() { group_answers 1 Failed | played .github/scripts/note-image bot && said 'tag=7'; }

# --- smoke-test: with output in a bucket of its own, and behind others

smoke_answers() { # waiting jobs
  cat <<ANSWERS
"aws sts "*) echo 123456789012 ;;
"aws elbv2 describe-target-health"*) printf 'healthy\thealthy\n' ;;
"aws sqs get-queue-url"*) echo http://queue ;;
"aws sqs get-queue-attributes"*) echo '{"Attributes":{"ApproximateNumberOfMessages":"$1","ApproximateNumberOfMessagesNotVisible":"0"}}' ;;
"aws dynamodb get-item"*) echo '{"Item":{"status":{"S":"SUCCEEDED"},"predictedImgPath":{"S":"predicted/smoke.jpg"}}}' ;;
ANSWERS
}
a_smoke_test_looks_where_the_output_is() {
  smoke_answers 0 | played .github/scripts/smoke-test && heard 'head-object --bucket polybot-dev-us-east-1-output-123456789012 --key predicted/smoke.jpg' &&
    { smoke_answers 0; echo '"aws s3api head-bucket"*) exit 1 ;;'; } | played .github/scripts/smoke-test && heard 'head-object --bucket polybot-dev-us-east-1-images-123456789012'
}
a_smoke_test_minds_no_backlog() { smoke_answers 40 | played .github/scripts/smoke-test && heard 'message-group-id smoke-test'; }

# --- preflight: what a fresh account lacks is said, all of it, with what to do

fresh_account_answers() {
  cat <<'ANSWERS'
"aws sts "*) echo 123456789012 ;;
"aws s3api head-bucket"*) exit 1 ;;
"aws ec2 describe-instance-types "*) printf 't3.micro\t2\nt3.medium\t2\n' ;;
"aws service-quotas "*) echo 5.0 ;;
"aws ec2 describe-instance-type-offerings "*) echo us-east-1a ;;
"aws route53 "*) echo '{"HostedZones":[{"Name":"example.com.","Config":{"PrivateZone":true}}]}' ;;
"aws ecr "*) exit 1 ;;
"curl "*) case $(cat) in *getMe*) echo '{"ok":true,"result":{"username":"somebot"}}' ;; *) echo '{"ok":true,"result":{"url":"https://elsewhere.example.com:8443/telegram/webhook"}}' ;; esac ;;
ANSWERS
}
ready_account_answers() {
  cat <<'ANSWERS'
"aws sts "*) echo 123456789012 ;;
"aws ec2 describe-instance-types "*) printf 't3.micro\t2\nt3.medium\t2\n' ;;
"aws service-quotas "*) echo 64.0 ;;
"aws ec2 describe-instance-type-offerings "*) printf 'us-east-1a\tus-east-1b\n' ;;
"aws route53 "*) echo '{"HostedZones":[{"Name":"example.com.","Config":{"PrivateZone":false}}]}' ;;
"curl "*) case $(cat) in *getMe*) echo '{"ok":true,"result":{"username":"somebot"}}' ;; *) echo '{"ok":true,"result":{"url":""}}' ;; esac ;;
ANSWERS
}
preflight() {
  TF_VAR_domain_name=bot.example.com TF_VAR_zone_name=example.com TF_VAR_certificate_mode=issued TF_VAR_telegram_token=1:secret BOT_IMAGE_TAG=1 DETECTOR_IMAGE_TAG=1 \
    played .github/scripts/preflight
}
a_fresh_account_hears_all_that_is_missing() {
  ! { fresh_account_answers | preflight; } && said 'MISSING .*no bucket' && said 'MISSING .*allows 5 on-demand virtual CPUs.*need 14' && said 'MISSING .*fewer than two zones' &&
    said 'MISSING .*no public zone example.com' && said 'MISSING .*answers at https://elsewhere' && said 'MISSING .*no image polybot-dev-us-east-1-bot:1' &&
    said '7 things are missing' && ! grep -q 1:secret "$stage/said" "$stage/heard"
}
# Those at the spot price have a quota of their own, and each kind must be in both zones.
spot_machines_are_counted_apart() {
  ! { sed "s/printf 't3.micro.*;;/printf 't3.micro\\t2\\nt3.medium\\t2\\nc6i.xlarge\\t4\\n' ;;/; s/^\"aws service-quotas.*/\"aws service-quotas \"*L-34B43A08*) echo 12.0 ;;\n\"aws service-quotas \"*) echo 10.0 ;;/" < <(ready_account_answers) |
    TF_VAR_detector_spot_instance_types='["t3a.medium", "c6i.xlarge"]' preflight; } && said 'ok .*allows 10 on-demand virtual CPUs, 10 are' &&
    said 'MISSING .*allows 12 spot virtual CPUs; 3 detectors need 16' && heard 'Values=c6i.xlarge'
}
an_account_that_has_all_is_told_so() { ready_account_answers | preflight && said 'Nothing is missing'; }

# --- nothing is there yet: each script says which one makes it

without_a_bucket_for_states_infra_says_who_makes_it() { ! { echo '"aws s3api head-bucket"*) exit 1 ;;' | infra .github/scripts/infra registry; } && said 'no bucket .*backend-state up' && ! heard terraform >/dev/null; }
without_a_registry_nothing_is_deployed() { ! { echo '"aws ecr describe-repositories"*) exit 254 ;;' | IMAGE_TAG=7 played .github/scripts/deploy bot; } && said 'no registry polybot-dev-us-east-1-bot: .*infra registry'; }
without_a_load_balancer_nothing_is_waited_for() { ! { echo '"aws elbv2 describe-load-balancers"*) exit 254 ;;' | played .github/scripts/smoke-test; } && said 'no load balancer polybot-dev-us-east-1: .*infra apply'; }

# --- canary: silence, not a lie

canary() { TELEGRAM_TOKEN=1:secret played .github/scripts/canary; }
webhook_answers() { printf '"curl "*) echo %s ;;\n' "'{\"ok\":true,\"result\":{\"url\":\"https://x\",\"pending_update_count\":$1,\"last_error_date\":$2,\"last_error_message\":\"Connection refused\"}}'"; }
a_canary_that_sees_a_photo_come_through_says_so() { { webhook_answers 0 0; smoke_answers 0; } | canary && heard 'put-metric-data --namespace Polybot/polybot-dev-us-east-1 --metric-name canary'; }
a_canary_is_silent_where_telegram_cannot_deliver() { ! { webhook_answers 0 9999999999 | canary; } && said 'Connection refused' && ! heard put-metric-data >/dev/null; }
a_canary_is_silent_where_updates_pile_up() { ! { webhook_answers 500 0 | canary; } && said '500 updates wait' && ! heard put-metric-data >/dev/null; }

# --- golden image: made of what runs, and nothing that costs stays behind

golden_answers() { # state of the machine
  cat <<ANSWERS
"aws autoscaling describe-auto-scaling-groups"*) echo '{"AutoScalingGroups":[{"LaunchTemplate":{"LaunchTemplateId":"lt-1","Version":"3"},"VPCZoneIdentifier":"subnet-1,subnet-2","Tags":[{"Key":"Image","Value":"registry/detector:7"}]}]}' ;;
"aws ec2 describe-images"*) echo ami-ubuntu ;;
"aws ec2 run-instances"*) for word; do [[ \$word != file://* ]] || cp "\${word#file://}" "$stage/user-data"; done; echo i-golden ;;
"aws ec2 describe-instances"*) echo $1 ;;
"aws ec2 create-image"*) echo ami-golden ;;
ANSWERS
}
a_golden_image_is_made_of_what_runs() {
  golden_answers stopped | played .github/scripts/golden-image && said 'ami_id=ami-golden' && heard 'run-instances --launch-template LaunchTemplateId=lt-1,Version=3 --image-id ami-ubuntu --subnet-id subnet-1' &&
    heard 'create-image --instance-id i-golden' && heard 'terminate-instances --instance-ids i-golden' &&
    sed 1d "$stage/user-data" | jq -e '.packages == ["amazon-ecr-credential-helper", "curl", "docker.io", "jq"] and (.runcmd[0][2] | contains("docker pull --quiet registry/detector:7") and endswith("poweroff"))'
}
a_machine_that_becomes_no_image_is_taken_away() {
  ! { golden_answers running | GOLDEN_SECONDS=0 played .github/scripts/golden-image; } && said 'did not finish in time' && heard 'terminate-instances --instance-ids i-golden' && ! heard create-image >/dev/null
}
where_nothing_runs_no_image_is_made() {
  ! { printf '"aws autoscaling "*) echo "{}" ;;\n' | played .github/scripts/golden-image; } && said 'There is no group polybot-dev-us-east-1-detector' && ! heard run-instances >/dev/null
}

if ! has jq; then
  skip "scripts among played surroundings" "no jq"
else
  stage_is_set
  at_end "rm -rf '$stage'"
  # shellcheck disable=SC2013 # names
  for case in $(sed -n 's/^\([a-z_]*_[a-z_]*_[a-z_]*\)() {.*/\1/p' .ci/infra.d/07-played.sh | grep -v '_answers$\|^stage_is_set$' | grep -xE -- "${PLAYED:-.*}"); do
    check "played: ${case//_/ }" "$case"
  done
fi
