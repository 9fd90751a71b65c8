# What docs/operations.md promises: a section for each alarm, sums that are sums.
# shellcheck shell=bash

every_alarm_has_its_section() {
  local name missing=0
  while read -r name; do
    grep -qx "### $name" docs/operations.md || { echo "docs/operations.md does not say what to do for $name"; missing=1; }
  done < <(
    sed -n 's/^    "\([a-z0-9-]*\)" = {$/\1/p' terraform/infra/modules/monitoring/alarms.tf
    printf '%s\n' {identify,results,outbox}-{oldest,dead-letters} {bot,detector}-errors-logged
  )
  [[ $(grep -c '^### ' docs/operations.md) == 16 ]] || { echo "more or fewer sections than alarms"; missing=1; }
  return $missing
}

sums_are_sums() {
  awk -F'|' '
    /^\| \*\*all\*\*/ { gsub(/[ *]/, "", $4); if (sprintf("%.4f", sum) != sprintf("%.4f", $4)) { print "line " NR ": " sum ", not " $4; bad = 1 } tables++; next }
    /^\| what \| arithmetic/ { sum = 0; next }
    NF == 5 && $4 ~ /^ *[0-9.]+ *$/ { sum += $4 }
    END { exit bad || tables != 2 }' docs/operations.md
}

check "docs/operations.md: every alarm has its section" every_alarm_has_its_section
check "docs/operations.md: sums are sums" sums_are_sums
