"""Asks each AWS interface what it still holds with a name that begins as given, and prints it: python3 what-is-left.py polybot-prod-us-east-1"""
import sys

import boto3

beginning = sys.argv[1]


def every(service, operation, path, name=lambda item: item):
    answer = getattr(boto3.client(service), operation)()
    for part in path.split("."):
        answer = answer.get(part, [])
    return [f"{service} {name(item)}" for item in answer]


ec2 = boto3.client("ec2")

found = [
    *every("s3", "list_buckets", "Buckets", lambda b: b["Name"]),
    *every("sqs", "list_queues", "QueueUrls", lambda url: url.rsplit("/", 1)[1]),
    *every("dynamodb", "list_tables", "TableNames"),
    *every("secretsmanager", "list_secrets", "SecretList", lambda s: s["Name"]),
    *every("ecr", "describe_repositories", "repositories", lambda r: r["repositoryName"]),
    *every("logs", "describe_log_groups", "logGroups", lambda g: g["logGroupName"].lstrip("/")),
    *every("iam", "list_roles", "Roles", lambda r: r["RoleName"]),
    *every("iam", "list_instance_profiles", "InstanceProfiles", lambda p: p["InstanceProfileName"]),
    *every("elbv2", "describe_load_balancers", "LoadBalancers", lambda b: b["LoadBalancerName"]),
    *every("elbv2", "describe_target_groups", "TargetGroups", lambda g: g["TargetGroupName"]),
    *every("autoscaling", "describe_auto_scaling_groups", "AutoScalingGroups", lambda g: g["AutoScalingGroupName"]),
    *every("autoscaling", "describe_policies", "ScalingPolicies", lambda p: p["PolicyName"]),
    *every("cloudwatch", "describe_alarms", "MetricAlarms", lambda a: a["AlarmName"]),
    *every("cloudwatch", "list_dashboards", "DashboardEntries", lambda d: d["DashboardName"]),
    *every("sns", "list_topics", "Topics", lambda t: t["TopicArn"].rsplit(":", 1)[1]),
    *every("ec2", "describe_launch_templates", "LaunchTemplates", lambda t: t["LaunchTemplateName"]),
    *every("ec2", "describe_security_groups", "SecurityGroups", lambda g: g["GroupName"]),
    *every("ec2", "describe_key_pairs", "KeyPairs", lambda k: k["KeyName"]),
]


def named(operation, path, key):
    """Networks and volumes have their names as tags."""
    for item in getattr(ec2, operation)()[path]:
        for tag in item.get("Tags", []):
            if tag["Key"] == "Name" and item.get("State") not in ("deleted", "deleting"):
                yield f"ec2 {tag['Value']} ({item[key]})"


found += [
    *named("describe_vpcs", "Vpcs", "VpcId"),
    *named("describe_subnets", "Subnets", "SubnetId"),
    *named("describe_internet_gateways", "InternetGateways", "InternetGatewayId"),
    *named("describe_route_tables", "RouteTables", "RouteTableId"),
    *named("describe_vpc_endpoints", "VpcEndpoints", "VpcEndpointId"),
    *named("describe_volumes", "Volumes", "VolumeId"),
]
# A terminated machine is remembered for an hour.
found += [
    f"ec2 {tag['Value']} ({instance['InstanceId']})"
    for reservation in ec2.describe_instances()["Reservations"]
    for instance in reservation["Instances"]
    for tag in instance.get("Tags", [])
    if tag["Key"] == "Name" and instance["State"]["Name"] != "terminated"
]
left = [item for item in found if item.split(" ", 1)[1].startswith(beginning) and "-tfstate-" not in item]
print("\n".join(left) or "nothing is left")
sys.exit(bool(left))
