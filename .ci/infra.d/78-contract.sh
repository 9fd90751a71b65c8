# The REST tier's contract as those see it who generate clients from it.
# shellcheck shell=bash

install_redocly() { npm --prefix .ci/contract ci --no-audit --no-fund; }

contract_is_linted() {
  REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true npm --prefix .ci/contract run --silent lint
}

if has node && has npm; then
  check "npm: redocly" install_redocly && check "contract: OpenAPI 3.1 and redocly's strict rules" contract_is_linted
else
  skip "contract: redocly" "no node or npm"
fi
