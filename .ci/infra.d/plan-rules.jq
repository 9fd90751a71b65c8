# Reads `terraform show -json` of a plan and prints a line for each rule that it breaks: what AWS would refuse, or accept though nobody wants it.
# What a plan does not know yet (an ARN, say) is judged after the apply, by the same rules on the state.

def resources: [.planned_values.root_module // .values.root_module | recurse(.child_modules[]?) | .resources[]? | select(.mode == "managed")];
def of($type): resources | map(select(.type == $type));
def broken($rule): "\(.address): \($rule)";

[
  # Machines
  (of("aws_launch_template")[] | select(.values.metadata_options[0].http_tokens != "required") | broken("IMDSv1 is open")),
  (of("aws_launch_template")[] | select(.values.block_device_mappings[0].ebs[0].encrypted != "true") | broken("the volume is not encrypted")),
  (resources[] | select(.values.user_data? | strings | (if startswith("#cloud-config") then utf8bytelength else @base64d | utf8bytelength end) > 16384) | broken("more than 16 KiB of user data")),
  (resources[] | select(.values.user_data? | strings | (if startswith("#cloud-config") then . else @base64d end) | contains($token)) | broken("the token is in user data")),

  # Networks
  (of("aws_vpc_security_group_ingress_rule")[] | select(.values.cidr_ipv4 == "0.0.0.0/0" or .values.cidr_ipv6 == "::/0") | broken("open to the world")),
  (of("aws_vpc_security_group_ingress_rule")[] | select(.values.from_port <= 22 and .values.to_port >= 22) | broken("SSH is open")),
  (of("aws_lb_listener")[] | select(.values.protocol != "HTTPS") | broken("not HTTPS")),
  (if (of("aws_subnet") | map(.values.availability_zone) | unique | length) < 2 then "subnets: fewer than two zones" else empty end),
  (of("aws_autoscaling_group")[] | select(.name == "this" and (.address | startswith("module.bot.")) and (.values.min_size < 2 or .values.min_size != .values.max_size)) | broken("not a bot in each zone")),

  # Queues
  (of("aws_sqs_queue") as $queues
    | $queues[] | select(.name == "this") | .index as $key | .values.message_retention_seconds as $kept
    | select([$queues[] | select(.name == "dead_letters" and .index == $key and .values.message_retention_seconds > $kept)] | length != 1)
    | broken("no dead-letter queue that keeps longer")),
  (of("aws_sqs_queue")[] | select(.values.sqs_managed_sse_enabled != true) | broken("not encrypted")),

  # Data
  (of("aws_s3_bucket") as $buckets | of("aws_s3_bucket_public_access_block") as $blocks
    | if ($buckets | length) != ($blocks | length) then "buckets: one is not closed to the public" else empty end),
  (of("aws_dynamodb_table")[] | select(.values.ttl[0].enabled != true) | broken("nothing expires")),
  (of("aws_ecr_repository")[] | select(.values.image_tag_mutability != "IMMUTABLE") | broken("a tag can change its image")),

  # The group and its scaling
  (of("aws_autoscaling_group")[] | select(.values.min_size < 0 or .values.max_size > 19 or .values.min_size > .values.max_size) | broken("not within 0 to 19")),
  (of("aws_autoscaling_group")[] | select(.values.enabled_metrics | index("GroupInServiceInstances") | not) | broken("does not publish GroupInServiceInstances")),
  (of("aws_autoscaling_group")[] | select([.values.initial_lifecycle_hook[].lifecycle_transition] | index("autoscaling:EC2_INSTANCE_LAUNCHING") | not) | broken("a lifecycle hook is missing")),
  (if (of("aws_autoscaling_lifecycle_hook") | length) != 2 * (of("aws_autoscaling_group") | length) then "groups: a lifecycle hook is missing" else empty end),
  (of("aws_autoscaling_policy")[] | select(.values.policy_type == "TargetTrackingScaling") | .values.target_tracking_configuration[0].customized_metric_specification[0]? as $metrics
    | select($metrics != null)
    | ([$metrics.metrics[] | select(.return_data != false) | .id] | sort) as $returned
    | select($returned != ["backlog"]) | broken("returns \($returned)")),
  (of("aws_autoscaling_policy")[] | .address as $address
    | .values.target_tracking_configuration[]?.customized_metric_specification[]?.metrics[].metric_stat[]?.metric[]
    | { "AWS/SQS": "QueueName", "AWS/AutoScaling": "AutoScalingGroupName" }[.namespace] as $name
    | select([.dimensions[].name] != [$name]) | "\($address): \(.metric_name) has not the dimension \($name)"),
  (of("aws_autoscaling_policy")[] | select(.values.policy_type == "StepScaling")
    | ([.values.step_adjustment[] | [(.metric_interval_lower_bound | if . == "" or . == null then -1e9 else tonumber end), (.metric_interval_upper_bound | if . == "" or . == null then 1e9 else tonumber end)]] | sort) as $steps
    | select([range(1; $steps | length) | $steps[.][0] != $steps[. - 1][1]] | any) | broken("steps with a gap or an overlap")),
  (if ([of("aws_autoscaling_policy")[] | .module_address + " " + (.name | sub("_.*"; ""))] | unique | length) > 1 then "scaling: more than one choice in force" else empty end),

  # Roles
  (of("aws_iam_role_policy")[] | .address as $address | .values.policy | strings | fromjson | .Statement[]
    | select((.Resource | index("*")) and ((.Action - ["ecr:GetAuthorizationToken", "ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel", "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel"]) | length > 0))
    | "\($address): \(.Sid) reaches everything"),

  # Tags everywhere that tags can be
  (resources[] | select((.values | has("tags_all")) and (.values.tags_all | (.Project and .Environment and .Region and .ManagedBy) | not)) | broken("is not tagged")),

  # Names by prefix, environment and region
  # (the default security group's name is AWS's, a hook's lies within its group, a target group has only the beginning of one)
  (of("aws_lb_target_group")[] | select(.values.name_prefix | IN("bot-", "rest-") | not) | broken("is named \(.values.name_prefix)")),
  (resources[] | select(.type | IN("aws_default_security_group", "aws_autoscaling_lifecycle_hook", "aws_lb_target_group") | not) | select(.values.name? | strings | (startswith($name) or startswith("/" + $name) or . == "service" or . == "machine" or test("example$")) | not) | broken("is named \(.values.name)"))
] | unique[]
