# Shared by the scripts beside it: runs the program and compares what comes out. Each script gets the
# program in LINTAS, works in a folder of its own, and ends with exit code 0, 1, or 77 for skipped.
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d -t lintas-XXXXXX)
faults=0

clean_up() {
    rm -rf "$work"
}
trap clean_up EXIT

fault() {
    echo "FAULT: $*" >&2
    faults=$((faults + 1))
}

skip() {
    echo "SKIPPED: $*"
    exit 77
}

# run ARGUMENT...: runs lintas; leaves its exit code in $code and its output in $out and $err.
run() {
    "$LINTAS" "$@" >"$work/out" 2>"$work/err" </dev/null
    code=$?
    out=$(<"$work/out")
    err=$(<"$work/err")
}

expect_code() {
    [[ $code == "$1" ]] || fault "exit code $code in place of $1: ${err:-$out}"
}

# expect_in TEXT PART: the text has the part in it.
expect_in() {
    [[ $1 == *"$2"* ]] || fault "expected ‘$2’ in ‘$1’"
}

expect_same() {
    [[ $1 == "$2" ]] || fault "expected ‘$2’, found ‘$1’"
}

# query STORE CYPHER [ARGUMENT...]: the answer as CSV without its header, rows joined by blanks.
query() {
    "$LINTAS" query "$@" --format csv 2>"$work/err" | tr -d '\r' | tail -n +2 | paste -sd ' '
}

# make_store PATH: a small sound store.
make_store() {
    "$LINTAS" load "$1" "csv=$root/tests/datasets/network" --quiet || fault "the store cannot be made"
}

# serve STORE: serves it until the end of the script, as process $server on $port.
serve() {
    : >"$work/log"
    "$LINTAS" serve "$1" --listen 127.0.0.1:0 2>"$work/log" &
    server=$!
    trap 'kill -9 $server 2>/dev/null; clean_up' EXIT
    for _ in $(seq 400); do
        port=$(sed -n 's,^Serving .* on http://127.0.0.1:\([0-9]*\)/.*,\1,p' "$work/log")
        [[ -n $port ]] && return
        read -r -t 0.05 _ <> <(:)
    done
    cat "$work/log"
    fault "the service did not start"
    finish
}

# ask BODY [PATH]: what the service answers.
ask() {
    curl --silent --show-error "http://127.0.0.1:$port/db/network/query/v2${2-}" \
        --header 'Content-Type: application/json' --data "$1"
}

finish() {
    [[ $faults == 0 ]] && exit 0
    echo "$faults faults" >&2
    exit 1
}
