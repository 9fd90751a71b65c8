#!/usr/bin/env bash
# Prints mAP50, mAP50-95 and the table by class of ../polybot-nano.torchscript on held-out pictures.
set -euo pipefail
cd "$(dirname "$0")"
source ./environment.sh

python -m polybot_nano evaluate "$@"
