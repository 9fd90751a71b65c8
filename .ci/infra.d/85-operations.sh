# What the documents promise: a section for each alarm, sums that are sums, lists that are followed, names that are there.
# shellcheck shell=bash disable=SC2016

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

# What the buttons' lists name is what the workflows ask for.
buttons_are_there() {
  local name missing=0
  while read -r name; do
    grep -qE "(vars|secrets)\.$name\b" .github/workflows/*.yml || { echo "docs/operations.md tells of $name, which no workflow reads"; missing=1; }
  done < <(sed -n '/^## From nothing, by buttons/,/^## /p' docs/operations.md | grep -o '^   | `[^|]*|' | grep -o '`[A-Z_]*`' | tr -d '`')
  while read -r name; do
    [[ -f .github/workflows/$name.yml ]] || { echo "docs/operations.md tells of the workflow $name, which is not there"; missing=1; }
  done < <(grep -oE '\*\*(infrastructure|infrastructure-destroy|backend-state|canary|deploy-bot|deploy-detector)\*\*' docs/operations.md | tr -d '*' | sort -u)
  return $missing
}

# A line of the dashboard that no service sends would be empty for ever: name and kind are the code's.
every_metric_of_the_dashboard_is_sent() {
  local name missing=0 sent
  sent=$(tr -d '\n' <observability/src/main/java/dev/polybot/observability/PolybotMetric.java | grep -oE '\( *"[a-z.]+", *Kind\.[A-Z]+' | sed -E 's/^\( *"([a-z.]+)", *Kind\.([A-Z]+)/\1 \2/' |
    sed -E 's/^(\S+) COUNTER$/\1.count/; s/^(\S+) (GAUGE|BYTES)$/\1.value/; s/^(\S+) TIMER$/\1.count\n\1.sum\n\1.avg\n\1.max/')
  while read -r name; do
    grep -qxF "$name" <<<"$sent" || { echo "the dashboard shows $name, which no service sends"; missing=1; }
  done < <(sed -n '/^  service_widgets/,/^  \]/p' terraform/infra/modules/monitoring/dashboard.tf | grep -oE '(polybot|process)\.[a-z.]+' | sort -u)
  return $missing
}

check "every numbered list of the documents is known" python3 .ci/workflows/written.py check
check "what the buttons' list names is what the workflows read" buttons_are_there
check "the dashboard shows what the services send" every_metric_of_the_dashboard_is_sent
check "docs/operations.md: every alarm has its section" every_alarm_has_its_section
check "docs/operations.md: sums are sums" sums_are_sums
