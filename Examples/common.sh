# shellcheck shell=sh
# Shared by the examples: where the program is, and a folder for the answers.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
PATH="$here/../.build/release:$PATH"
name=$(basename "$0" .sh)
out=${1:-"$here/../out/$name"}
mkdir -p "$out"
