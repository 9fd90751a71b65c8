"""What the backlog policy of a plan would ask for: python3 scaling-scenarios.py plan.json

The expression, the target and the bounds are the plan's own; the rule is that of target tracking: as many machines as bring the
metric back to its target, rounded up, and fewer only where the metric is a tenth below it.
"""
import json
import math
import sys


def resources(module):
    yield from module.get("resources", [])
    for child in module.get("child_modules", []):
        yield from resources(child)


values = {r["type"]: r["values"] for r in resources(json.load(open(sys.argv[1]))["planned_values"]["root_module"])
          if r["type"] in ("aws_autoscaling_group", "aws_autoscaling_policy")}
group, tracking = values["aws_autoscaling_group"], values["aws_autoscaling_policy"]["target_tracking_configuration"][0]
target = tracking["target_value"]
expression = next(m["expression"] for m in tracking["customized_metric_specification"][0]["metrics"] if m.get("return_data") is not False)


def desired(visible, in_flight, machines):
    # AWS's IF takes the same three arguments; everything else in the expression is arithmetic in Python too.
    metric = eval(expression, {"IF": lambda condition, yes, no: yes if condition else no}, {"visible": visible, "in_flight": in_flight, "machines": machines})
    wanted = math.ceil(max(machines, 1) * metric / target)
    if metric <= target and metric > 0.9 * target:
        wanted = machines
    return min(max(wanted, group["min_size"]), group["max_size"])


most, few = group["max_size"], group["min_size"]
scenarios = [
    # visible, in flight, machines: how many there should be, and why
    (0, 0, few, few, "nothing to do: the fewest"),
    (1, 0, few, few, "one job waits for nobody long"),
    (19, 0, few, few, "nineteen are done within the acceptable wait"),
    (10 * target * most, 0, few, most, "a flood: the most, and no more"),
    (3 * target, 0, 1, 3, "three times what one can do: three"),
    (0, 0, most, few, "all idle: down to the fewest"),
    (0, target * most, most, most, "nothing waits, all are busy: none goes"),
    (0, target * 2, 2, 2, "nothing waits, both are busy: both stay"),
    (target, 0, 0, max(1, few), "none in service: nothing is divided by zero"),
]
wrong = 0
for visible, in_flight, machines, right, why in scenarios:
    said = desired(visible, in_flight, machines)
    wrong += said != right
    print(f"{'ok   ' if said == right else 'WRONG'} {visible:5.0f} waiting, {in_flight:5.0f} in work, {machines:2} machines: {said:2}, should be {right:2} ({why})")
sys.exit(wrong > 0)
