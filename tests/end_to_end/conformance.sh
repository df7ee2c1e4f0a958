#!/usr/bin/env bash
# The openCypher TCK over HTTP, by a runner that shares nothing with ours: every scenario has to pass, with the
# type, phase and detail of each error, whatever graph is there already. Runner and corpus lie in the folder that
# LINTAS_TCK names, or beside the sources.
source "$(dirname "$0")/harness.sh"
corpus=${LINTAS_TCK:-$root/../shared/tck}
[[ -e $corpus/tck_run.py && -d $corpus/features ]] || skip "there is no tck_run.py with its features at $corpus"
[[ -n $(command -v python3) ]] || skip "there is no python3"

mkdir "$work/empty"
echo 'id:ID(Node)' >"$work/empty/Node.csv"
run load "$work/tck.lintas" "csv=$work/empty" --quiet
expect_code 0
"$LINTAS" serve "$work/tck.lintas" --listen 127.0.0.1:0 --tck-procedures 2>"$work/log" &
server=$!
trap 'kill -9 $server 2>/dev/null; clean_up' EXIT
for _ in $(seq 200); do
    port=$(sed -n 's,^Serving .* on http://127.0.0.1:\([0-9]*\)/.*,\1,p' "$work/log")
    [[ -n $port ]] && break
    read -r -t 0.05 _ <> <(:)
done
[[ -n $port ]] || { cat "$work/log"; fault "the service did not start"; finish; }

for graph in empty binary-tree-1; do
    python3 "$corpus/tck_run.py" --tck "$corpus" --base "http://127.0.0.1:$port" --errors full \
        --any-graph "$graph" --failures "$work/failures" >"$work/table" 2>&1 ||
        fault "any graph is $graph: $(cat "$work/table")"
    counts=$(tail -n 1 "$work/table")
    echo "any graph is $graph: $counts"
    [[ $counts =~ ^[1-9][0-9]*' passed, 0 failed, 0 skipped'$ ]] || fault "any graph is $graph: $counts"
done

finish
