#!/usr/bin/python
# SPDX-License-Identifier: Apache-2.0
"""Brings an Auto Scaling group to an image."""

DOCUMENTATION = r"""
module: group_image
short_description: Brings an Auto Scaling group to an image
description:
  - Makes a version of the group's launch template that differs from the newest one by the image alone, in user data and tags, as Terraform
    would make it, so that Terraform finds nothing to change when it is asked for the same image.
  - Replaces the machines by an instance refresh which goes back where a new machine does not become ready, and waits for its end. A version
    that failed is deleted.
options:
  group:
    description: Name of the Auto Scaling group.
    type: str
    required: true
  image:
    description: The image, with registry and tag; empty for the one that the group has.
    type: str
    default: ""
  again:
    description: Whether to replace the machines though nothing differs.
    type: bool
    default: false
  refresh:
    description: Whether to replace the machines that run. Otherwise only machines to come get the image.
    type: bool
    default: true
  warmup_seconds:
    description: How long a new machine must be in service before the next one is replaced.
    type: int
    default: 60
  wait_seconds:
    description: How long the refresh may take.
    type: int
    default: 3600
  poll_seconds:
    description: How often to ask how far it is.
    type: int
    default: 10
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
author: Polybot
"""

EXAMPLES = r"""
- name: Replace the detectors
  group_image:
    group: polybot-dev-us-east-1-detector
    image: 123456789012.dkr.ecr.us-east-1.amazonaws.com/polybot-dev-us-east-1-detector:1.0.0
    region: us-east-1
"""

RETURN = r"""
version:
  description: Version of the launch template that the group uses.
  returned: always
  type: str
refresh_id:
  description: The instance refresh that was waited for.
  returned: when one was
  type: str
"""

import base64
import time

from ansible_collections.amazon.aws.plugins.module_utils.modules import AnsibleAWSModule

UNDER_WAY = ("Pending", "InProgress", "Baking", "RollbackInProgress", "Cancelling")


class NotPossible(Exception):
    """What the operator is told."""


def with_image(data, image):
    """The parts of a launch template's data that name the image, changed; None where nothing is to change."""
    before = next(
        (
            tag["Value"]
            for specification in data.get("TagSpecifications", [])
            for tag in specification["Tags"]
            if tag["Key"] == "Image"
        ),
        None,
    )
    if before is None:
        raise NotPossible("The launch template has no tag Image: is it Terraform's?")
    if before == image:
        return None
    user_data = base64.b64decode(data["UserData"]).decode()
    if user_data.count(f"IMAGE={before}") != 1:
        raise NotPossible(f"The launch template's user data does not say IMAGE={before} once, as its tag would have it.")
    return {
        "UserData": base64.b64encode(user_data.replace(f"IMAGE={before}", f"IMAGE={image}").encode()).decode(),
        "TagSpecifications": [
            {
                "ResourceType": specification["ResourceType"],
                "Tags": [dict(tag, Value=image) if tag["Key"] == "Image" else tag for tag in specification["Tags"]],
            }
            for specification in data["TagSpecifications"]
        ],
    }


def as_request(data, shape):
    """What AWS describes, without what only a description has, such as the state of metadata options."""
    if shape.type_name == "structure":
        return {name: as_request(value, shape.members[name]) for name, value in data.items() if name in shape.members}
    if shape.type_name == "list":
        return [as_request(value, shape.member) for value in data]
    return data


class Rollout:
    def __init__(self, module):
        self.module = module
        self.group_name, self.image = module.params["group"], module.params["image"]
        self.ec2, self.autoscaling = module.client("ec2"), module.client("autoscaling")
        groups = self.autoscaling.describe_auto_scaling_groups(AutoScalingGroupNames=[self.group_name])["AutoScalingGroups"]
        if not groups:
            raise NotPossible(f"There is no Auto Scaling group {self.group_name}.")
        self.group = groups[0]
        self.mixed = self.group.get("MixedInstancesPolicy")
        template = self.mixed["LaunchTemplate"]["LaunchTemplateSpecification"] if self.mixed else self.group.get("LaunchTemplate")
        if template is None:
            raise NotPossible(f"{self.group_name} has no launch template of its own.")
        self.template_id, self.in_use = template["LaunchTemplateId"], template.get("Version")
        self.newest = self.version("$Latest")
        if not self.image:
            self.image = next((tag["Value"] for tag in self.group["Tags"] if tag["Key"] == "Image"), "")

    def template_at(self, version):
        """What names a version of the template: by itself, or within the choice of several instance types."""
        template = {"LaunchTemplateId": self.template_id, "Version": version}
        if not self.mixed:
            return {"LaunchTemplate": template}
        return {
            "MixedInstancesPolicy": dict(
                self.mixed, LaunchTemplate=dict(self.mixed["LaunchTemplate"], LaunchTemplateSpecification=template)
            )
        }

    def version(self, number):
        return self.ec2.describe_launch_template_versions(LaunchTemplateId=self.template_id, Versions=[number])[
            "LaunchTemplateVersions"
        ][0]

    def new_version(self, changes):
        """All of the newest but the image, so that whatever else Terraform changed is not lost."""
        shape = self.ec2.meta.service_model.operation_model("CreateLaunchTemplateVersion").input_shape
        made = self.ec2.create_launch_template_version(
            LaunchTemplateId=self.template_id,
            VersionDescription=self.newest.get("VersionDescription", ""),
            LaunchTemplateData=as_request(dict(self.newest["LaunchTemplateData"], **changes), shape.members["LaunchTemplateData"]),
        )["LaunchTemplateVersion"]
        return str(made["VersionNumber"])

    def refreshes(self):
        return self.autoscaling.describe_instance_refreshes(AutoScalingGroupName=self.group_name)["InstanceRefreshes"]

    def start_refresh(self, version):
        return self.autoscaling.start_instance_refresh(
            AutoScalingGroupName=self.group_name,
            Strategy="Rolling",
            DesiredConfiguration=self.template_at(version),
            # As in Terraform's group: the new one works before the old one goes.
            Preferences={
                "MinHealthyPercentage": 100,
                "MaxHealthyPercentage": 110,
                "InstanceWarmup": self.module.params["warmup_seconds"],
                "AutoRollback": True,
                "SkipMatching": not self.module.params["again"],
                "ScaleInProtectedInstances": "Refresh",
            },
        )["InstanceRefreshId"]

    def wait_for(self, refresh_id):
        """Its last state, and AWS's reason. One that takes too long is called off and taken back."""
        until = time.monotonic() + self.module.params["wait_seconds"]
        taken_back = False
        while True:
            refresh = next(r for r in self.refreshes() if r["InstanceRefreshId"] == refresh_id)
            if refresh["Status"] not in UNDER_WAY:
                return refresh["Status"], refresh.get("StatusReason", "no reason given")
            if time.monotonic() > until and not taken_back:
                self.autoscaling.rollback_instance_refresh(AutoScalingGroupName=self.group_name)
                taken_back = True
            time.sleep(self.module.params["poll_seconds"])

    def settle(self, version):
        """What AWS does at the end of a refresh with a desired configuration, and Terraform for tag and default version."""
        if self.in_use != version:
            self.autoscaling.update_auto_scaling_group(AutoScalingGroupName=self.group_name, **self.template_at(version))
        self.autoscaling.create_or_update_tags(
            Tags=[
                {
                    "ResourceId": self.group_name,
                    "ResourceType": "auto-scaling-group",
                    "Key": "Image",
                    "Value": self.image,
                    "PropagateAtLaunch": False,
                }
            ]
        )
        self.ec2.modify_launch_template(LaunchTemplateId=self.template_id, DefaultVersion=version)

    def give_up(self, version, made):
        """A version that failed must not be the newest: the next one would be made from it."""
        if made:
            self.ec2.delete_launch_template_versions(LaunchTemplateId=self.template_id, Versions=[version])


def roll_out(module):
    rollout = Rollout(module)
    under_way = [r for r in rollout.refreshes() if r["Status"] in UNDER_WAY]
    if under_way:
        raise NotPossible(f"An instance refresh of {rollout.group_name} is under way: {under_way[0]['InstanceRefreshId']}. Wait for its end.")

    changes = with_image(rollout.newest["LaunchTemplateData"], rollout.image)
    in_use = rollout.in_use
    # The group may name the version while machines of an older one run: a refresh that could not begin leaves it so.
    behind = [m for m in rollout.group["Instances"] if m.get("LaunchTemplate", {}).get("Version", in_use) != in_use]
    if changes is None and in_use == str(rollout.newest["VersionNumber"]) and not behind and not module.params["again"]:
        return {"changed": False, "version": in_use, "msg": f"{rollout.group_name} has {rollout.image} already."}
    if module.check_mode:
        return {"changed": True, "version": in_use, "msg": f"{rollout.group_name} would get {rollout.image}."}

    version = rollout.new_version(changes) if changes else str(rollout.newest["VersionNumber"])
    result = {"changed": True, "version": version, "msg": f"{rollout.group_name} has {rollout.image}."}
    if module.params["refresh"]:
        try:
            result["refresh_id"] = rollout.start_refresh(version)
        except Exception:
            rollout.give_up(version, made=changes is not None)
            raise
        status, reason = rollout.wait_for(result["refresh_id"])
        if status != "Successful":
            rollout.give_up(version, made=changes is not None)
            raise NotPossible(
                f"{rollout.image} did not become ready: the instance refresh ended as {status} ({reason}). "
                f"Version {in_use} of the launch template works on; the log group of the service tells why the new one did not."
            )
    rollout.settle(version)
    return result


def main():
    module = AnsibleAWSModule(
        argument_spec={
            "group": {"type": "str", "required": True},
            "image": {"type": "str", "default": ""},
            "again": {"type": "bool", "default": False},
            "refresh": {"type": "bool", "default": True},
            "warmup_seconds": {"type": "int", "default": 60},
            "wait_seconds": {"type": "int", "default": 3600},
            "poll_seconds": {"type": "int", "default": 10},
        },
        supports_check_mode=True,
    )
    # The refresh's preferences are younger than most of boto3.
    module.require_botocore_at_least("1.33.0", reason="to refresh instances and go back by itself")
    if module.params["image"] and not module.params["image"].rpartition("/")[2].partition(":")[2]:
        module.fail_json(msg=f"{module.params['image']} is no image with registry and tag.")
    try:
        result = roll_out(module)
    except NotPossible as reason:
        module.fail_json(msg=str(reason))
    except Exception as error:
        module.fail_json_aws(error, msg="AWS did not take it")
    module.exit_json(**result)


if __name__ == "__main__":
    main()
