"""The workflows' run steps: every one is in one of the tables below, to be run here or in another part of .ci/infra.

steps.py check            fails where a step is missing from the tables, or they name one that is gone
steps.py elsewhere        prints what another part runs
steps.py script N         prints step N of those that are run, as a shell script with its environment
steps.py count            how many are run
"""

import pathlib
import shlex
import sys

import yaml

PLACE = {"ENVIRONMENT": "dev", "REGION": "us-east-1"}
IMAGES = {"BOT_IMAGE_TAG": "1", "DETECTOR_IMAGE_TAG": "1"}
STATES = {"ENVIRONMENT": "dev", "STATE_PRINCIPALS": "arn:aws:iam::123456789012:role/deployer"}
BOT = {**PLACE, "SERVICE": "bot"}

# In this order, each in the surroundings that the one before left. The environment stands for what GitHub fills in.
RUN = [
    ("ci.yml", "Fetch the tools", {}),
    ("deploy.yml", "Fetch Ansible", {}),
    ("backend-state.yml", "Bring the states' bucket up", {**STATES, "GITHUB_TRUSTED": "owner/name"}),
    ("infrastructure-region.yml", "Preflight", PLACE),
    ("infrastructure-region.yml", "Make the registries", PLACE),
    ("infrastructure-region.yml", "Plan", {**PLACE, **IMAGES}),
    ("infrastructure-region.yml", "Apply", {**PLACE, **IMAGES}),
    ("deploy.yml", "Note what runs", BOT),
    ("deploy.yml", "Deploy", {**BOT, "IMAGE_TAG": "2"}),
    ("deploy.yml", "Smoke test", PLACE),
    ("deploy.yml", "Roll back", {**BOT, "IMAGE_TAG": "1"}),
    ("canary.yml", "Look", {**PLACE, "TELEGRAM_TOKEN": "1:token"}),
    ("infrastructure-destroy.yml", "Destroy", {**PLACE, "CONFIRMATION": "destroy polybot-dev-us-east-1"}),
    ("backend-state.yml", "Take the states' bucket down", {**STATES, "CONFIRMATION": "delete the states of dev"}),
]

ELSEWHERE = {
    ("ci.yml", "Build, test, use"): ".ci/run, the project's own check",
    ("ci.yml", "Check what ships it"): "it is this check",
    ("ci.yml", "Build the images"): "part `images`",
    ("ci.yml", "Use the system on LocalStack"): "part `images`, on moto where LocalStack's image cannot be fetched",
    ("image.yml", "Build, test, make the image"): "part `written` with Maven and Docker played, part `images` for the image",
    ("image.yml", "Scan"): "parts `played` and `written`, the scanner played",
    ("image.yml", "Push"): "part `written`, Docker played: an emulator's registry takes no layers",
    ("deploy.yml", "Scan"): "parts `played` and `written`, the scanner played",
}


def found():
    for path in sorted(pathlib.Path(".github/workflows").glob("*.yml")):
        for job in yaml.safe_load(path.read_text())["jobs"].values():
            for step in job.get("steps", []):
                if "run" in step:
                    yield path.name, step.get("name", "?"), step["run"]


def check():
    steps = {(workflow, name) for workflow, name, _ in found()}
    table = {(workflow, name) for workflow, name, _ in RUN} | set(ELSEWHERE)
    for step in sorted(steps - table):
        print("in no table:", *step)
    for step in sorted(table - steps):
        print("in a table, but in no workflow:", *step)
    # What somebody types, or a branch is called, must reach a shell as a variable.
    interpolated = [(workflow, name) for workflow, name, run in found() if "${{" in run]
    for step in interpolated:
        print("an expression inside a command:", *step)
    return steps == table and not interpolated


def script(number):
    workflow, name, environment = RUN[number]
    run = next(run for w, n, run in found() if (w, n) == (workflow, name))
    exports = "".join(f"export {key}={shlex.quote(value)}\n" for key, value in environment.items())
    return f"# {workflow}: {name}\nset -e\n{exports}{run}\n"


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["check"]:
            sys.exit(not check())
        case ["elsewhere"]:
            for (workflow, name), where in ELSEWHERE.items():
                print(f"{workflow}: {name}: {where}")
        case ["script", number]:
            print(script(int(number)))
        case ["count"]:
            print(len(RUN))
