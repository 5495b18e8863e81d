#!/usr/bin/env bash
# The routing engine beside what else can be taken from PyPI: same graph, same run, same answers.
# usage: Scripts/bench-peers.sh [GRAPH [RUNS]]; GRAPH is new-york (default), world, embedded or towns.

# shellcheck source=Scripts/common.sh
source "$(dirname "$0")/common.sh"

prepare
peers=.build/peers
if [ ! -x "$peers/bin/python" ]; then stage "python" python3 -m venv "$peers"; fi
stage "peers" "$peers/bin/pip" install -q --disable-pip-version-check -r Benchmarks/peers/requirements.txt
# Each that cannot be installed is named in the table's last lines.
"$peers/bin/pip" install -q --disable-pip-version-check -r Benchmarks/peers/optional-requirements.txt ||
  echo "Going on without $(tr '\n' ' ' <Benchmarks/peers/optional-requirements.txt)." >&2
build=(swift build -c release --package-path Benchmarks --scratch-path .build/benchmarks)
stage "build" "${build[@]}" --product PeerTimes </dev/null
"$peers/bin/python" Benchmarks/peers/compare.py \
  "$("${build[@]}" --show-bin-path)/PeerTimes" "${1:-new-york}" "${2:-7}" </dev/null
