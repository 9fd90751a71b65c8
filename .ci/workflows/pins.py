"""Judges what GitHub's own schema allows: actions pinned to a commit with the version beside it, and no right that is not asked for.

pins.py        fails and says what is wrong
"""

import pathlib
import re
import sys

import yaml

PINNED = re.compile(r"^[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
RIGHTS = {"contents": "read", "id-token": "write"}


def faults(path):
    text = path.read_text()
    workflow = yaml.safe_load(text)
    for line in text.splitlines():
        uses = re.match(r"\s*(?:- )?uses: (.+)$", line)
        if uses and not uses[1].startswith("./") and not PINNED.match(uses[1]):
            yield f"not pinned to a commit with its version: {uses[1]}"
    if workflow.get("permissions") != {}:
        yield "rights at the top: they belong to the jobs"
    for name, job in workflow["jobs"].items():
        for right, value in job.get("permissions", {"?": "?"}).items():
            if RIGHTS.get(right) != value:
                yield f"job {name} has the right {right}: {value}"
        if "uses" not in job and "timeout-minutes" not in job:
            yield f"job {name} may run for ever"
        for step in job.get("steps", []):
            if "actions/checkout@" in step.get("uses", "") and step.get("with", {}).get("persist-credentials") is not False:
                yield f"job {name} leaves GitHub's token on the disk"
            if "configure-aws-credentials@" in step.get("uses", "") and "aws-access-key-id" in step.get("with", {}):
                yield f"job {name} uses a long-lived key"
    if "upload-artifact" in text:
        yield "an artefact: what jobs hand on are outputs"
    if "secrets.AWS" in text:
        yield "a long-lived key of AWS among the secrets"


bad = [f"{path}: {fault}" for path in sorted(pathlib.Path(".github/workflows").glob("*.yml")) for fault in faults(path)]
if bad:
    print(*bad, sep="\n")
sys.exit(bool(bad))
