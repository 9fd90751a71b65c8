#!/usr/bin/env bash
# Makes the model again from nothing: draws, trains, exports, evaluates, draws the pictures that are shown.
# Arguments go to the training: --seed N, --quick.
set -euo pipefail
cd "$(dirname "$0")"
source ./environment.sh

python -m polybot_nano train "$@"
./evaluate.sh --card
python -m polybot_nano grid
python -m polybot_nano samples
