# What the workflows' scripts share. Sourced. Each of them runs anywhere: on a runner, on a laptop, in CloudShell.
# shellcheck shell=bash
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export TF_IN_AUTOMATION=1 TF_INPUT=0
# One copy of the provider for all configurations, and not in CloudShell's home, which has no room for it.
export TF_PLUGIN_CACHE_DIR=${TF_PLUGIN_CACHE_DIR:-${TMPDIR:-/tmp}/polybot-terraform-providers}
mkdir -p "$TF_PLUGIN_CACHE_DIR"

say() { printf '==> %s\n' "$*"; }

warn() { printf '::warning::%s\n' "$*" >&2; }

stop() {
  printf '::error::%s\n' "$*" >&2
  exit 1
}

# Whoever starts a workflow types some of this; nothing of it reaches a command before it has the form that it must have.
demand() { # variable, pattern, what it is
  [[ ${!1:-} =~ ^($2)$ ]] || stop "$1 is '${!1:-}', not $3."
}

PREFIX=${PREFIX:-polybot}
demand PREFIX '[a-z][a-z0-9]{1,7}' "two to eight lower-case letters and digits"
demand ENVIRONMENT 'dev|prod' "dev or prod"

# Where a region is needed.
demand_region() {
  demand REGION '[a-z]{2}(-[a-z]+)+-[0-9]' "a region such as us-east-1"
  export PLACE=$PREFIX-$ENVIRONMENT-$REGION
  export AWS_REGION=$REGION AWS_DEFAULT_REGION=$REGION
}

# Older versions of the command line do not read AWS_ENDPOINT_URL.
aws() { command aws ${AWS_ENDPOINT_URL:+--endpoint-url "$AWS_ENDPOINT_URL"} "$@"; }

account() { aws sts get-caller-identity --query Account --output text; }

# The region of the states' bucket, as backend-state's settings have it.
state_region() { sed -n 's/^region *= *"\(.*\)"/\1/p' "terraform/backend-state/$ENVIRONMENT.tfvars"; }

state_bucket() { echo "$PREFIX-$ENVIRONMENT-$(state_region)-tfstate-$(account)"; }

registry_of() { # service
  aws ecr describe-repositories --repository-names "$PLACE-$1" --query 'repositories[0].repositoryUri' --output text ||
    stop "There is no registry $PLACE-$1: .github/scripts/infra registry makes it."
}

# A second tag for an image that is to run: the registry forgets what was only pushed, and must not forget this.
keep_image() { # repository, tag
  local manifest
  manifest=$(aws ecr batch-get-image --repository-name "$1" --image-ids "imageTag=$2" --query 'images[0].imageManifest' --output text)
  [[ -n $manifest && $manifest != None ]] || stop "There is no image $1:$2 in the registry. Build and push it first, or give the tag of one that is there."
  aws ecr describe-images --repository-name "$1" --image-ids "imageTag=deployed-$2" >/dev/null 2>&1 ||
    aws ecr put-image --repository-name "$1" --image-tag "deployed-$2" --image-manifest "$manifest" >/dev/null
}

# For a workflow's next job, or for you to read. Never a secret.
hand_on() { # name, value
  printf '%s=%s\n' "$1" "$2" | tee -a "${GITHUB_OUTPUT:-/dev/null}"
}

summarise() { printf '%s\n' "$@" >>"${GITHUB_STEP_SUMMARY:-/dev/stdout}"; }
