# The documents' numbered lists, followed word for word from a fresh shell in a fresh copy of the repository, on an AWS emulator.
# Played: Docker (a push leaves an image without layers), Maven, the scanner.
# shellcheck shell=bash disable=SC2154,SC2016
. .ci/infra.d/terraform.sh

fresh_copy() {
  mkdir "$stage/repository" "$stage/bin" "$stage/home"
  git ls-files --cached --others --exclude-standard -z | xargs -0 tar -cf - 2>/dev/null | tar -C "$stage/repository" -xf -
  (cd "$stage/repository" && git init -q && git add -A && git -c user.name=check -c user.email=check@example.com commit -qm check) || return
  # Maven would build what other parts build.
  printf '#!/bin/sh\nfor service in polybot-service detector-service; do mkdir -p $service/target/classes/META-INF/sbom; echo "{}" >$service/target/classes/META-INF/sbom/application.cdx.json; done\n' >"$stage/repository/mvnw"
  cat >"$stage/bin/docker" <<'END'
#!/usr/bin/env bash
echo "docker $*" >>"$HOME/heard"
case $1 in
  image) echo 1000000 ;;
  save) : >"$3" ;;
  login) grep -q . ;;
  push)
    image=${*: -1}
    repository=${image#*/}
    aws --endpoint-url "$AWS_ENDPOINT_URL" --region us-east-1 ecr put-image --repository-name "${repository%:*}" --image-tag "${image##*:}" --image-manifest \
      '{"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json","config":{"mediaType":"application/vnd.docker.container.image.v1+json","size":2,"digest":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"},"layers":[]}'
    ;;
esac
END
  printf '#!/bin/sh\necho "{\\"results\\":[]}"\n' >"$stage/bin/osv-scanner"
  chmod +x "$stage"/bin/* "$stage/repository/mvnw"
}

# What an operator's shell has on its first day: a path, a home, credentials, a region that is another one; and where the emulator and the provider are.
fresh_shell() {
  local kept=()
  [[ -z ${TF_CLI_CONFIG_FILE:-} ]] || kept+=("TF_CLI_CONFIG_FILE=$TF_CLI_CONFIG_FILE")
  # The emulator knows no Ubuntu of Canonical's.
  (cd "$stage/repository" && env -i PATH="$stage/bin:$PATH" HOME="$stage/home" TMPDIR="$stage" AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_REGION=eu-west-1 AWS_DEFAULT_REGION=eu-west-1 \
    AWS_EC2_METADATA_DISABLED=true AWS_ENDPOINT_URL="$emulator" CHECKPOINT_DISABLE=1 TF_VAR_ami_id="$TF_VAR_ami_id" "${kept[@]}" bash "$@")
}

# Terraform asks, the operator says yes.
followed() { # list, further commands
  { python3 .ci/workflows/written.py script "$1" && echo "${2:-}"; } >"$stage/$1.sh" && fresh_shell "$stage/$1.sh" < <(yes yes)
}

there_is_a_zone() {
  aws --endpoint-url "$emulator" route53 create-hosted-zone --name example.com --caller-reference written >/dev/null
}

services_are_played_as_soon_as_they_can() {
  (until python3 .ci/workflows/services-stand-in.py polybot-dev-us-east-1; do sleep 5; done) >"$logs/services-stand-in.log" 2>&1 &
  at_end "pkill -P $! 2>/dev/null; kill $! 2>/dev/null"
}

images_were_made_and_pushed() {
  grep -E '^docker push .*polybot-dev-us-east-1-bot:' "$stage/home/heard" && grep -E '^docker push .*polybot-dev-us-east-1-detector:' "$stage/home/heard"
}

# The provider of the account outlives an environment; the next list begins in an account without one.
account_is_fresh_again() {
  aws --endpoint-url "$emulator" iam delete-open-id-connect-provider --open-id-connect-provider-arn arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com
}

# Their first boot names the secret's second version, and the group has begun to replace them.
bots_are_replaced() {
  local template version
  template=$(aws --endpoint-url "$emulator" autoscaling describe-auto-scaling-groups --auto-scaling-group-names polybot-dev-us-east-1-bot --query 'AutoScalingGroups[0].LaunchTemplate' --output json) || return
  version=$(jq -r .Version <<<"$template")
  ((version > 1)) && aws --endpoint-url "$emulator" ec2 describe-launch-template-versions --launch-template-id "$(jq -r .LaunchTemplateId <<<"$template")" --versions "$version" \
    --query 'LaunchTemplateVersions[0].LaunchTemplateData.UserData' --output text | base64 -d | grep 'SECRETS_VERSION=2' &&
    aws --endpoint-url "$emulator" autoscaling describe-instance-refreshes --auto-scaling-group-name polybot-dev-us-east-1-bot | jq -e '.InstanceRefreshes != []'
}

nothing_is_left_of_it() { AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1 python3 .ci/infra.d/what-is-left.py polybot-dev-us-east-1; }

if ! has terraform || ! has jq || ! has aws || ! has openssl || ! has git || ! python3 -c 'import boto3' 2>/dev/null; then
  skip "the documents' numbered lists, followed" "no terraform, jq, aws, openssl, git or boto3"
elif ! use_emulator; then
  skip "the documents' numbered lists, followed" "no AWS emulator: set INFRA_AWS_ENDPOINT_URL"
else
  use_provider_mirror
  example_inputs
  stage=$(mktemp -d)
  at_end "rm -rf '$stage'"
  if check "a fresh copy, and a zone" eval 'fresh_copy && there_is_a_zone'; then
    check "docs/operations.md: from nothing, by buttons" followed buttons
    services_are_played_as_soon_as_they_can
    if check "docs/operations.md: from nothing, by hand, until a photo came through" followed hand '.github/scripts/preflight'; then
      check "both images were made and pushed" images_were_made_and_pushed
      check "docs/operations.md: rotating the token" followed token
      check "the bots are replaced" bots_are_replaced
    fi
    check "docs/operations.md: tearing down" followed down
    check "nothing is left" nothing_is_left_of_it
    check "the account is fresh again" account_is_fresh_again
    check "terraform/README.md: from nothing" followed terraform 'terraform destroy -var-file=environments/us-east-1.dev.tfvars'
    check "nothing is left of that either" nothing_is_left_of_it
  fi
fi
