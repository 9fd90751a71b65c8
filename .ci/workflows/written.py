"""The documents' numbered lists, as somebody follows them: every list is in one of the tables below.

written.py check            fails where a list is missing from the tables, or they name one that is gone
written.py script LIST      prints the commands of a list's items as they are written, as a shell script; only placeholders are filled in
"""

import pathlib
import re
import sys

DOCUMENTS = [*sorted(pathlib.Path("docs").glob("*.md")), *(pathlib.Path(folder) / "README.md" for folder in ("ansible", "docker", "terraform", "."))]

RUN = {
    "buttons": ("docs/operations.md", "From nothing, by buttons"),
    "hand": ("docs/operations.md", "From nothing, by hand"),
    "token": ("docs/operations.md", "Rotating the token"),
    "down": ("docs/operations.md", "Tearing down"),
    "terraform": ("terraform/README.md", "From nothing"),
}
ASKS_FOR_NOTHING = {("docs/development.md", "The way of a photo")}

FILLED_IN = {
    "<owner>/<repository>": "owner/name",
    "<account>": "123456789012",
    "<who runs Terraform>": "deployer",
    "'<token>'": "123456789:NotATokenNotATokenNotATokenNotAToke",
    "'<new>'": "123456789:ANewTokenANewTokenANewTokenANewToke",
}

# Inline, a command is what begins like one; the rest are names.
COMMAND = re.compile(r"^(export |cd |([A-Z_a-z]+=('[^']*'|\S+) +)*(\.github/scripts/|terraform |aws |docker/))")


def lists():
    """(document, heading) and, by number, the lines of each item."""
    for document in DOCUMENTS:
        heading, items, number = None, {}, None
        for line in [*document.read_text().splitlines(), "# end"]:
            if line.startswith("#") and number is None or re.match(r"#+ ", line):
                if items:
                    yield (str(document), heading), items
                heading, items, number = line.lstrip("# "), {}, None
            elif begun := re.match(r"(\d+)\. +(.*)", line):
                number = int(begun[1])
                items[number] = ["   " + begun[2]]
            elif number is not None and (not line.strip() or line.startswith("   ")):
                items[number].append(line)
            elif line.strip():
                number = None


def commands(lines):
    fenced, after_blank, prose = False, False, []
    for line in lines:
        if line.strip().startswith("```"):
            fenced = not fenced
        elif fenced:
            yield line.strip()
        elif re.match(r" {7,}\S", line) and (after_blank or not prose):
            yield line[7:]
            continue
        else:
            prose.append(line)
            found = [code for code in re.findall(r"`([^`]+)`", line) if COMMAND.match(code)]
            yield from found
        after_blank = not line.strip()
    if "for `bot` and `detector`" in " ".join(prose):
        for code in re.findall(r"`([^`]+)`", " ".join(prose)):
            if COMMAND.match(code) and code.endswith(" bot"):
                yield code.removesuffix(" bot") + " detector"


def script(name):
    items = next(items for key, items in lists() if key == RUN[name])
    print("set -euo pipefail")
    for number, lines in items.items():
        found = list(commands(lines))
        print(f"echo '--- {number}.'")
        for command in found:
            for placeholder, value in FILLED_IN.items():
                command = command.replace(placeholder, value)
            if left := re.search(r"<[a-z][^>]*>", command):
                sys.exit(f"{RUN[name]}, {number}.: nothing to fill in for {left[0]} in: {command}")
            print(command)


def check():
    there = {key for key, _ in lists()}
    table = set(RUN.values()) | ASKS_FOR_NOTHING
    for key in sorted(there - table):
        print("a list that is in no table:", *key)
    for key in sorted(table - there):
        print("in the table, but in no document:", *key)
    return there == table


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["check"]:
            sys.exit(not check())
        case ["script", name]:
            script(name)
