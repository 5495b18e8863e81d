#!/usr/bin/env bash
# Lays out all Swift code by .swift-format; with --check it only says where that would change it.

# shellcheck source=Scripts/common.sh
source "$(dirname "$0")/common.sh"

prepare
code=(Package.swift Sources Tests GeoData/*.swift Benchmarks)
if [ "${1:-}" = --check ]; then
  swift format lint --strict --parallel --recursive "${code[@]}"
else
  swift format format --in-place --parallel --recursive "${code[@]}"
fi
