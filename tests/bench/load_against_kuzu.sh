#!/usr/bin/env bash
# Loads a graph of a million nodes and six million relationships with lintas and with Kùzu, one after
# the other, and prints both times, their ratio, and lintas's peak memory.
#
#     tests/bench/load_against_kuzu.sh PEERS [FOLDER]
#
# PEERS: a folder with gen_domain.py (SCALE SEED OUTDIR) and bench_kuzu.mjs (DATA kuzu load) and their
# package.json. FOLDER: for data and stores, build/bench if not given. The release must be built.
set -euo pipefail
cd "$(dirname "$0")/../.."

[[ $# -ge 1 ]] || { sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 2; }
peers=$1
folder=$(realpath -m "${2:-build/bench}")
lintas=$PWD/build/release/lintas

mkdir -p "$folder"
cp "$peers"/*.py "$peers"/*.mjs "$peers"/package.json "$peers"/queries.json "$folder"
cd "$folder"
[[ -d node_modules/kuzu ]] || npm install --silent
[[ -f data/manifest.json ]] || python3 gen_domain.py 1 42 data

# The files are in the page cache for both.
cat data/*.csv >/dev/null

kuzu=$(RUN=. node bench_kuzu.mjs data kuzu load | sed -n 's/.* load \([0-9.]*\) s.*/\1/p')
rm -f bench.lintas bench.lintas-lock
begin=$(date +%s.%N)
"$lintas" load bench.lintas csv=data >lintas.txt &
load=$!
peak=0
while [[ -r /proc/$load/status ]]; do
    now=$(sed -n 's/^VmHWM:[[:space:]]*\([0-9]*\) kB/\1/p' "/proc/$load/status" 2>/dev/null || true)
    [[ -n $now ]] && peak=$now
    read -r -t 0.05 _ <> <(:) || true
done
wait $load
end=$(date +%s.%N)
tail -n 3 lintas.txt
awk -v kuzu="$kuzu" -v begin="$begin" -v end="$end" -v peak="$peak" 'BEGIN {
    own = end - begin
    printf "Kùzu %.1f s, lintas %.1f s: %.2f of the time; peak memory %.2f GB\n",
           kuzu, own, own / kuzu, peak / 1e6
}'
