# How the parts of .ci/infra run Terraform. Sourced by those that do.
# shellcheck shell=bash disable=SC2154,SC2016

export TF_IN_AUTOMATION=1 TF_CLI_ARGS="-no-color" CHECKPOINT_DISABLE=1

# Where the machine carries a mirror of providers instead of a way to the registry.
use_provider_mirror() {
  local mirror=$root/../shared/tools/terraform-offline settings
  [[ -x $mirror && -z ${provider_mirror_asked:-} ]] || return 0
  provider_mirror_asked=1
  for _ in 1 2 3; do
    settings=$("$mirror") && eval "$settings" && use_the_mirror_itself && return
  done
}

# A configuration that Terraform has initialised looks like a mirror, and so does what a container has mounted, for as long as they are there.
use_the_mirror_itself() {
  local named providers
  named=$(sed -n 's/^ *path *= "\(.*\)"$/\1/p' "$TF_CLI_CONFIG_FILE")
  [[ $named == */.terraform/* || $named == /var/lib/docker/* ]] || return 0
  providers=$(find / -xdev -type d -path '*/registry.terraform.io/hashicorp/aws' -not -path '/proc/*' -not -path '/var/lib/docker/*' -not -path '*/.terraform/*' 2>/dev/null | head -n 1)
  [[ -n $providers ]] || return 1
  sed "s|\"$named\"|\"${providers%/registry.terraform.io/*}\"|" "$TF_CLI_CONFIG_FILE" >"$logs/terraform.rc"
  export TF_CLI_CONFIG_FILE=$logs/terraform.rc
}

# Terraform starts the provider, some 700 MB, anew for each run of a test, which costs four times what the run itself does. One that stays
# serves them all, since to a mock it only tells what there is; where none can be had, Terraform goes on by itself.
by_one_provider() { # command...
  TF_REATTACH_PROVIDERS=${one_provider:-} "$@"
}

provider_stays() { # a configuration that is initialised
  [[ -z ${one_provider:-} ]] || return 0
  local said binary pid
  said=$(mktemp "$logs/provider-XXXX")
  binary=$(find -L "$1/.terraform/providers" -type f -name 'terraform-provider-aws_*' | head -n 1)
  [[ -n $binary ]] || return 0
  "$binary" -debug >"$said" 2>/dev/null &
  pid=$!
  at_end "kill $pid 2>/dev/null; one_provider=''"
  for _ in {1..120}; do
    one_provider=$(sed -n "s/^.*TF_REATTACH_PROVIDERS='\(.*\)'$/\1/p" "$said")
    [[ -z $one_provider ]] || break
    sleep 0.5
  done
}

# Copies a configuration, so that no check leaves a state, a lock or a provider in the working tree.
copy_of() {
  local copy
  copy=$(mktemp -d)/$(basename "$1")
  mkdir "$copy"
  tar -C "$root/$1" --exclude .terraform --exclude '*.tfstate*' -cf - . | tar -C "$copy" -xf -
  echo "$copy"
}

# The emulator's own doings are no check: they say why, once, where there is none.
emulator=${emulator:-}
use_emulator() {
  local started=$root/.ci/infra.d/aws-emulator port=$((15000 + RANDOM % 10000))
  [[ -z $emulator ]] || return 0
  if [[ -n ${INFRA_AWS_ENDPOINT_URL:-} ]]; then
    emulator=$INFRA_AWS_ENDPOINT_URL
  elif [[ -x $started ]] && python3 -c 'import moto' 2>/dev/null; then
    "$started" -H 127.0.0.1 -p "$port" >>"$logs/emulator.log" 2>&1 &
    emulator_pid=$!
    emulator=http://127.0.0.1:$port
  else
    return 1
  fi
  at_end emulator_ends
  for _ in {1..60}; do
    curl -s -o /dev/null --max-time 5 "$emulator" && break
    sleep 1
  done
  export AWS_ENDPOINT_URL=$emulator AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_REGION=us-east-1 \
    AWS_DEFAULT_REGION=us-east-1 AWS_EC2_METADATA_DISABLED=true AWS_MAX_ATTEMPTS=3
  # The zone of `example_inputs`.
  curl -s -o /dev/null -X POST "$emulator/2013-04-01/hostedzone" -H 'Content-Type: text/xml' \
    -H 'Authorization: AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/route53/aws4_request, SignedHeaders=host, Signature=none' \
    -d '<CreateHostedZoneRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><Name>polybot.example.</Name><CallerReference>polybot</CallerReference><HostedZoneConfig><PrivateZone>false</PrivateZone></HostedZoneConfig></CreateHostedZoneRequest>'
}

# Each part begins in an account of its own.
emulator_ends() {
  [[ -z ${emulator_pid:-} ]] || { kill "$emulator_pid" && wait "$emulator_pid"; } 2>/dev/null
  emulator_pid='' emulator=''
  unset AWS_ENDPOINT_URL AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_REGION AWS_DEFAULT_REGION AWS_EC2_METADATA_DISABLED AWS_MAX_ATTEMPTS
}

# What an operator would give: a domain in a zone, a self-signed certificate, a token, tags.
example_inputs() {
  [[ -z ${TF_VAR_domain_name:-} ]] || return 0
  local folder
  folder=$(mktemp -d)
  openssl req -x509 -newkey rsa:2048 -nodes -days 60 -subj /CN=bot.polybot.example -keyout "$folder/key.pem" -out "$folder/certificate.pem" 2>/dev/null
  TF_VAR_certificate_pem=$(<"$folder/certificate.pem")
  TF_VAR_certificate_private_key_pem=$(<"$folder/key.pem")
  rm -r "$folder"
  export TF_VAR_certificate_pem TF_VAR_certificate_private_key_pem
  export TF_VAR_domain_name=bot.polybot.example TF_VAR_zone_name=polybot.example
  export TF_VAR_telegram_token=$example_token TF_VAR_bot_image_tag=1 TF_VAR_detector_image_tag=1
  # An image that emulators know.
  export TF_VAR_ami_id=${INFRA_AMI_ID:-ami-785db401}
  at_end 'unset "${!TF_VAR_@}"'
}
example_token=123456789:NotATokenNotATokenNotATokenNotAToke

plan_of() { # configuration, file of the plan as JSON, further arguments of `terraform plan`
  local configuration=$1 json=$2
  shift 2
  terraform -chdir="$configuration" plan -input=false -out=checked.tfplan "$@" &&
    terraform -chdir="$configuration" show -json checked.tfplan >"$json"
}

no_rule_is_broken() { # JSON of a plan or a state, beginning of all names
  local broken
  broken=$(jq -r --arg token "$example_token" --arg name "$2" -f .ci/infra.d/plan-rules.jq "$1") || return
  [[ -z $broken ]] || { echo "$broken"; return 1; }
}

# The whole plan, prior state and variables included: whatever is not there cannot leak from a saved plan.
no_token_in() { ! grep -F "$example_token" "$1"; }

# A rule that never speaks is no rule: each fault of plan-faults.txt is made in a plan, and must be noticed.
every_rule_notices_its_fault() { # JSON of a plan, beginning of all names
  local fault said change unnoticed=0
  while IFS= read -r fault; do
    [[ $fault == \#* ]] && continue
    said=${fault##* => }
    change=${fault% => *}
    if ! jq --arg token "$example_token" "def at(\$type; change): (.planned_values | .. | objects | select(.type? == \$type and has(\"values\")) | .values) |= change; $change" "$1" >"$1.faulty" ||
      ! jq -r --arg token "$example_token" --arg name "$2" -f .ci/infra.d/plan-rules.jq "$1.faulty" | grep -F -- "$said" >/dev/null; then
      echo "not noticed: $change => $said"
      unnoticed=1
    fi
  done <.ci/infra.d/plan-faults.txt
  return $unnoticed
}
