"""Stands for the load balancer: asks the API who is registered anywhere, and each of them, several times a second, whether it is ready.

poll.py ARN,... ID=ADDRESS... > log             until SIGTERM; a line for each round; ARNs of target groups
poll.py --judge log                             fails where a round had nobody ready, or a registered target that did not answer
"""

import json
import signal
import sys
import time
import urllib.request


def ready(address):
    try:
        with urllib.request.urlopen(f"http://{address}:8080/readyz", timeout=3) as answer:
            return answer.read().decode().strip()
    except OSError:
        return None


def poll(arns, machines):
    import boto3

    load_balancers = boto3.client("elbv2")

    def registered():
        health = (load_balancers.describe_target_health(TargetGroupArn=arn) for arn in arns)
        return {target["Target"]["Id"] for group in health for target in group["TargetHealthDescriptions"]}

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    began = time.monotonic()
    while True:
        asked = {machine: ready(machines[machine]) for machine in sorted(registered())}
        # Who was taken out between the two questions was not asked by a load balancer.
        still = registered()
        answers = {machine: version for machine, version in asked.items() if version or machine in still}
        print(json.dumps({"at": round(time.monotonic() - began, 1), "answers": answers}), flush=True)
        time.sleep(0.1)


def judge(log):
    rounds = [json.loads(line) for line in open(log)]
    bad = [r for r in rounds if not r["answers"] or None in r["answers"].values()]
    alone = sum(len(r["answers"]) == 1 for r in rounds)
    seen = []
    for answers in (r["answers"] for r in rounds):
        if not seen or seen[-1] != answers:
            seen.append(answers)
    print(f"{len(rounds)} rounds in {rounds[-1]['at']} s, {alone} of them with one bot, {len(bad)} with a registered bot that did not answer or none at all")
    print(*seen, sep="\n")
    return not bad and len(rounds) > 10 and alone > 0


if __name__ == "__main__":
    if sys.argv[1] == "--judge":
        sys.exit(not judge(sys.argv[2]))
    poll(sys.argv[1].split(","), dict(pair.split("=") for pair in sys.argv[2:]))
