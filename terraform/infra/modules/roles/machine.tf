# What the machine under each service needs: its image, its log, a way in without SSH and a word with its group.
locals {
  machine = {
    for service in ["bot", "detector"] : service => [
      # AWS knows no resource for the login; what may be pulled is named in the next statement.
      { Sid = "LogInToRegistry", Effect = "Allow", Action = ["ecr:GetAuthorizationToken"], Resource = ["*"] },
      { Sid = "PullImage", Effect = "Allow", Action = ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"], Resource = [var.repository_arns[service]] },
      { Sid = "WriteLog", Effect = "Allow", Action = ["logs:CreateLogStream", "logs:PutLogEvents"], Resource = ["${var.log_group_arns[service]}:log-stream:*"] },
      # Session Manager. The managed policy would also let the machine read every parameter of the account.
      { Sid = "OpenSessions", Effect = "Allow", Action = ["ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel", "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel"], Resource = ["*"] },
      { Sid = "BeKnownToSessionManager", Effect = "Allow", Action = ["ssm:UpdateInstanceInformation"], Resource = ["arn:${var.aws.partition}:ec2:${var.aws.region}:${var.aws.account_id}:instance/*"] },
      {
        Sid      = "AnswerTheGroup", Effect = "Allow", Action = ["autoscaling:CompleteLifecycleAction", "autoscaling:SetInstanceProtection", "autoscaling:SetInstanceHealth"],
        Resource = ["arn:${var.aws.partition}:autoscaling:${var.aws.region}:${var.aws.account_id}:autoScalingGroup:*:autoScalingGroupName/${var.group_names[service]}"]
      },
    ]
  }
}
