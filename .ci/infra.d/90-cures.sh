# Each cure of what once stopped or hurt somebody is undone in a copy, and its test must fail there: docs/operations.md, "What was wrong once".
# CURES names by a regular expression those whose tests are to be run, such as ^played, which takes two minutes.
# shellcheck shell=bash disable=SC2154
. .ci/infra.d/terraform.sh

in_copy() { (cd "$copy" && env -u INFRA_LOGS "$@"); }

tested() { # part and its case, or terraform, a configuration and a file of tests
  case $1 in
    played) in_copy env PLAYED="$2" .ci/infra played ;;
    terraform) by_one_provider in_copy terraform -chdir="terraform/$2" test -filter="tests/$3.tftest.hcl" ;;
    *) in_copy .ci/infra "$1" ;;
  esac
}

declare -gA sound

is_noticed() { # file, expression, what tests it
  local file=$1 expression=$2 result=0
  shift 2
  # A test that fails without any fault would notice everything.
  [[ -n ${sound[$*]:-} ]] || tested "$@" || { echo "fails as it is"; return 1; }
  sound[$*]=yes
  perl -0pi -e "$expression" "$copy/$file"
  if cmp -s "$root/$file" "$copy/$file"; then
    echo "nothing was undone: $expression"
    return 1
  fi
  if tested "$@"; then
    echo "nobody noticed"
    result=1
  fi
  cp -p "$root/$file" "$copy/$file"
  return $result
}

a_copy_is_ready() {
  git ls-files --cached --others --exclude-standard -z | xargs -0 tar -cf - 2>/dev/null | tar -C "$copy" -xf - || return
  local configuration
  for configuration in backend-state infra; do
    terraform -chdir="$copy/terraform/$configuration" init -backend=false -input=false || return
  done
  provider_stays "$copy/terraform/infra"
}

if ! has terraform || ! has jq || ! has perl || ! has npm || ! has git; then
  skip "cures undone" "no terraform, jq, perl, npm or git"
else
  use_provider_mirror
  copy=$(mktemp -d)/polybot
  mkdir "$copy"
  at_end "rm -rf '$(dirname "$copy")'"
  if check "a copy to undo cures in" a_copy_is_ready; then
    while IFS=$'\x1f' read -r what file expression test; do
      [[ $test =~ ${CURES:-.} ]] || continue
      # shellcheck disable=SC2086 # words
      check "noticed: $what" is_noticed "$file" "$expression" $test
    done < <(awk -F ' [|] ' -v OFS=$'\x1f' '/^[^#]/ { $1 = $1; print }' .ci/infra.d/cures.txt)
  fi
fi
