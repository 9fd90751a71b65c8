# The first boot of a machine: what is installed and which files are laid down. Terraform renders it, cloud-init runs it.
locals {
  container = "polybot-${var.service}"

  # Docker's env files know no quotes: a line is a name, an equals sign and the value as it stands.
  service_env = join("", [for name, value in var.environment : "${name}=${value}\n"])

  registry = split("/", var.image)[0]
  packages = ["amazon-ecr-credential-helper", "curl", "docker.io", "jq"]

  files = concat([
    { path = "/etc/polybot/service.env", permissions = "0600", content = local.service_env },
    { path = "/etc/polybot/image.env", permissions = "0644", content = "IMAGE=${var.image}\n" },
    {
      path = "/etc/systemd/system/polybot.service", permissions = "0644"
      content = templatefile("${path.module}/files/polybot.service.tftpl", {
        service      = var.service
        container    = local.container
        ports        = concat([var.port], var.more_ports)
        memory_mb    = var.memory_mb
        stop_seconds = var.stop_seconds
        log_group    = var.log_group
        region       = var.region
      })
    },
    { path = "/root/.docker/config.json", permissions = "0600", content = jsonencode({ credHelpers = { (local.registry) = "ecr-login" } }) },
    ], var.group == null ? [] : [
    { path = "/usr/local/sbin/polybot-lifecycle", permissions = "0755", content = file("${path.module}/files/polybot-lifecycle") },
    {
      path = "/etc/polybot/lifecycle.env", permissions = "0644"
      content = join("", [for name, value in {
        REGION           = var.region
        GROUP            = var.group.name
        LAUNCH_HOOK      = var.group.launch_hook
        TERMINATION_HOOK = var.group.termination_hook
        PROTECT_BUSY     = var.group.protect_busy
        CONTAINER        = local.container
        READY_URL        = "http://127.0.0.1:${var.port}/readyz"
        LIVE_URL         = "http://127.0.0.1:${var.port}/livez"
      } : "${name}=${value}\n"])
    },
    { path = "/etc/systemd/system/polybot-lifecycle.service", permissions = "0644", content = file("${path.module}/files/polybot-lifecycle.service") },
  ])

  # In a group the lifecycle unit decides when the service starts: a machine that waits in the warm pool must not take jobs.
  unit = var.group == null ? "polybot.service" : "polybot-lifecycle.service"

  user_data = join("\n", ["#cloud-config", yamlencode({
    output = { all = "| tee -a /var/log/polybot-user-data.log" }
    # The package archives are many machines' first errand; one that is busy is asked again.
    apt            = { conf = "Acquire::Retries \"5\";\n" }
    package_update = true
    packages       = local.packages
    # A bot's machine has 1 GiB; what starts up once may lie on the disk afterwards.
    swap        = { filename = "/swapfile", size = 1073741824, maxsize = 1073741824 }
    write_files = local.files
    runcmd = [
      ["sh", "-c", "for attempt in 1 2 3 4 5 6; do dpkg -s ${join(" ", local.packages)} >/dev/null 2>&1 && break; sleep 20; apt-get update; apt-get install -y ${join(" ", local.packages)}; done"],
      ["systemctl", "daemon-reload"], ["systemctl", "enable", "--now", local.unit],
    ]
  })])
}
