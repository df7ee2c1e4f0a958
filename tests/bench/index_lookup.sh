#!/usr/bin/env bash
# Looks institutions up by their key with an index and by scanning, over a graph of a million nodes,
# and prints both times a lookup, their ratio, and how long a million entries take to build.
#
#     tests/bench/index_lookup.sh PEERS [FOLDER]
#
# PEERS: a folder with gen_domain.py (SCALE SEED OUTDIR). FOLDER: for data and stores, build/bench if
# not given. The release must be built. Fails below a ratio of 100.
set -euo pipefail
cd "$(dirname "$0")/../.."

[[ $# -ge 1 ]] || { sed -n '2,8s/^# \{0,1\}//p' "$0" >&2; exit 2; }
folder=$(realpath -m "${2:-build/bench}")
lookup=$PWD/build/release/lintas_index_bench
lintas=$PWD/build/release/lintas

mkdir -p "$folder"
[[ -f $folder/data/manifest.json ]] || python3 "$1/gen_domain.py" 1 42 "$folder/data"
rm -f "$folder"/index.lintas*
"$lintas" load "$folder/index.lintas" csv="$folder/data" >/dev/null
"$lookup" "$folder/index.lintas"
