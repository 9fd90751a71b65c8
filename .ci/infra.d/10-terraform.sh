# Terraform without any cloud: style, validity, and every rule on a mocked provider.
# shellcheck shell=bash

every_variable_is_typed_described_and_validated() {
  local bad
  bad=$(awk '
    /^variable "/ { name = $2; type = description = validation = bool = reference = 0 }
    /^  type /        { type = 1; if ($3 == "bool") bool = 1 }
    /^  description / { description = 1 }
    /^  validation /  { validation = 1 }
    # Inside modules a reference to another resource (an id, an ARN, a name) is checked by who made it.
    FILENAME ~ /modules/ { reference = 1 }
    /^}/ && name {
      if (!type) print FILENAME ": " name " has no type"
      if (!description) print FILENAME ": " name " has no description"
      if (!validation && !bool && !reference) print FILENAME ": " name " is not validated"
      name = ""
    }' terraform/*/variables*.tf terraform/infra/modules/*/variables.tf)
  [[ -z $bad ]] || { echo "$bad"; return 1; }
}

every_output_is_described() {
  local bad
  bad=$(awk '/^output "/ { name = $2; said = 0 } /^  description / { said = 1 } /^}/ && name { if (!said) print FILENAME ": " name; name = "" }' \
    terraform/*/outputs.tf terraform/infra/modules/*/outputs.tf)
  [[ -z $bad ]] || { echo "$bad"; return 1; }
}

the_readme_lists_every_variable() {
  local name missing=0
  while read -r name; do
    grep -q "^| \`$name\`" terraform/README.md || { echo "terraform/README.md does not list $name"; missing=1; }
  done < <(sed -n 's/^variable "\(.*\)" {/\1/p' terraform/*/variables*.tf)
  return $missing
}

initialise() { terraform -chdir="$1" init -backend=false -input=false; }

check "every Terraform variable is typed, described and validated" every_variable_is_typed_described_and_validated
check "every Terraform output is described" every_output_is_described
check "terraform/README.md lists every variable" the_readme_lists_every_variable

if ! has terraform; then
  skip "terraform fmt, validate, test" "no terraform"
else
  . .ci/infra.d/terraform.sh
  use_provider_mirror
  check "terraform fmt" terraform fmt -check -recursive -diff terraform
  for configuration in terraform/backend-state terraform/infra; do
    copy=$(copy_of "$configuration")
    at_end "rm -rf '$(dirname "$copy")'"
    if check "$configuration: terraform init" initialise "$copy"; then
      provider_stays "$copy"
      check "$configuration: terraform validate" by_one_provider terraform -chdir="$copy" validate
      check "$configuration: terraform test ($(cat "$configuration"/tests/*.tftest.hcl | grep -c '^run "') runs)" by_one_provider terraform -chdir="$copy" test
    fi
  done
fi
