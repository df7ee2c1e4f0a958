#!/usr/bin/env bash
# Installs what is missing, builds the release and runs every test.
set -euo pipefail
cd "$(dirname "$0")"

.ci/install
cmake --preset release
cmake --build --preset release
ctest --preset release --parallel "$(nproc)"
