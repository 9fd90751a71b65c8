"""The workflows' run steps: every one is in the table below, either to be run here or with the reason why not.

steps.py check            fails where a step is missing from the table, or the table names one that is gone
steps.py list             prints what is not run here, and why
steps.py script N         prints step N of those that are run, as a shell script with its environment
steps.py count            how many are run
"""

import pathlib
import shlex
import sys

import yaml

PLACE = {"ENVIRONMENT": "dev", "REGION": "us-east-1"}
IMAGES = {"BOT_IMAGE_TAG": "1", "DETECTOR_IMAGE_TAG": "1"}

# In this order, each in the surroundings that the one before left. The environment stands for what GitHub fills in.
RUN = [
    ("ci.yml", "Fetch the tools", {}),
    ("backend-state.yml", "Bring the states' bucket up", {"ENVIRONMENT": "dev", "STATE_PRINCIPALS": "arn:aws:iam::123456789012:role/deployer", "GITHUB_TRUSTED": "owner/name"}),
    ("infrastructure-region.yml", "Make the registries", PLACE),
    ("infrastructure-region.yml", "Plan", {**PLACE, **IMAGES}),
    ("infrastructure-region.yml", "Apply", {**PLACE, **IMAGES}),
    ("deploy.yml", "Note what runs", {**PLACE, "SERVICE": "bot"}),
    ("deploy.yml", "Smoke test", PLACE),
    ("infrastructure-destroy.yml", "Destroy", {**PLACE, "CONFIRMATION": "destroy polybot-dev-us-east-1"}),
    ("backend-state.yml", "Take the states' bucket down", {"ENVIRONMENT": "dev", "STATE_PRINCIPALS": "arn:aws:iam::123456789012:role/deployer", "CONFIRMATION": "delete the states of dev"}),
]

NOT_RUN = {
    ("ci.yml", "Build, test, use"): ".ci/run is the project's own check, run on its own",
    ("ci.yml", "Check what ships it"): "it is this check",
    ("ci.yml", "Build the images"): "part `images` builds them",
    ("ci.yml", "Use the system on LocalStack"): "part `images` runs it where LocalStack's image can be fetched",
    ("image.yml", "Build, test, make the image"): "docker/build and the modules' tests, run on their own",
    ("image.yml", "Push"): "an emulator's registry takes no layers",
    ("image.yml", "Scan"): "needs an image and the vulnerability database; part `played` runs it on played answers",
    ("deploy.yml", "Scan"): "the same",
    ("infrastructure-region.yml", "Preflight"): "asks Telegram and quotas, which no emulator has; part `played` runs it",
    ("canary.yml", "Look"): "asks Telegram; part `played` runs it",
    ("deploy.yml", "Fetch Ansible"): "needs PyPI and Session Manager's plugin",
    ("deploy.yml", "Deploy"): "needs Session Manager; the playbooks run in part `ansible`",
    ("deploy.yml", "Roll back"): "the same command as Deploy",
}


def found():
    for path in sorted(pathlib.Path(".github/workflows").glob("*.yml")):
        for job in yaml.safe_load(path.read_text())["jobs"].values():
            for step in job.get("steps", []):
                if "run" in step:
                    yield path.name, step.get("name", "?"), step["run"]


def check():
    steps = {(workflow, name) for workflow, name, _ in found()}
    table = {(workflow, name) for workflow, name, _ in RUN} | set(NOT_RUN)
    for step in sorted(steps - table):
        print("not in the table:", *step)
    for step in sorted(table - steps):
        print("in the table, but in no workflow:", *step)
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
        case ["list"]:
            for (workflow, name), reason in NOT_RUN.items():
                print(f"{workflow}: {name}\t{reason}")
        case ["script", number]:
            print(script(int(number)))
        case ["count"]:
            print(len(RUN))
