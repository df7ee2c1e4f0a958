#!/usr/bin/env bash
# Builds lintas, makes a store from the bundled demo data, answers three questions, and serves HTTP
# on 127.0.0.1:7474 until Ctrl-C. With --once it ends after the answers.
set -euo pipefail
cd "$(dirname "$0")"

address=127.0.0.1
port=7474
lintas=build/release/lintas
folder=build/demo
store=$folder/demo.lintas

usage() {
    echo "Usage: ./demo.sh [--once]" >&2
    exit 2
}

once=no
[[ $# -le 1 ]] || usage
case ${1:-} in
'') ;;
--once) once=yes ;;
*) usage ;;
esac

# Before anything that takes long: is the port free?
if [[ $once == no ]] && (exec 3<>"/dev/tcp/$address/$port") 2>/dev/null; then
    echo "Something listens on $address:$port already; stop it first, or run ./demo.sh --once" >&2
    exit 1
fi

.ci/install
echo "== Building lintas (a few minutes the first time)"
[[ -f build/release/build.ninja ]] || cmake --preset release >/dev/null
cmake --build --preset release --target lintas

if [[ ! -f $store || $lintas -nt $store ]]; then
    echo "== Making the demo store"
    rm -rf "$folder"
    mkdir -p "$folder"
    $lintas generate "$folder/csv"
    $lintas load "$store" "csv=$folder/csv"
fi

for question in datasets/demo/*.cypher; do
    echo
    echo "== $(sed -n 's,^// ,,p' "$question")"
    echo
    grep -v '^//' "$question" | sed 's/^/    /'
    echo
    grep -v '^//' "$question" | $lintas query "$store" -
done

[[ $once == yes ]] && exit 0
echo
echo "== Ask your own, here or over HTTP:"
echo "    $lintas shell $store"
echo "    $lintas query $store 'MATCH (c:Country) RETURN count(c)'"
echo "    curl http://$address:$port/db/lintas/query/v2 -H 'Content-Type: application/json' \\"
echo "        -d '{\"statement\": \"MATCH (c:Country) RETURN count(c)\"}'"
exec $lintas serve "$store" --listen "$address:$port"
