#!/usr/bin/env bash
# What docs/operations.md tells people to run: backup, restore, compact, export and snapshots, also
# while the store is served.
source "$(dirname "$0")/harness.sh"
store=$work/network.lintas
make_store "$store"
count='MATCH (n) WITH count(n) AS nodes MATCH ()-[r]->() RETURN nodes, count(r) AS relationships'
counts=$(query "$store" "$count")

# Of everything in a store, whatever its ids.
facts() {
    query "$1" 'MATCH (a)-[r]->(b) RETURN labels(a) AS la, properties(a) AS pa, type(r) AS t, properties(r) AS pr, properties(b) AS pb' |
        tr ' ' '\n' | sort | sha256sum
    "$LINTAS" stats "$1" | tail -n +3
}
facts=$(facts "$store")

# A backup is the same state of the same store, and a store itself.
run backup "$store" "$work/backup.lintas"
expect_code 0
expect_in "$out" "nodes"
expect_same "$("$LINTAS" stats "$work/backup.lintas" | sed -n 2p)" "$("$LINTAS" stats "$store" | sed -n 2p)"
expect_same "$(facts "$work/backup.lintas")" "$facts"
run check "$work/backup.lintas"
expect_code 0
run backup "$store" "$work/backup.lintas"
expect_code 1
expect_in "$err" "There is something at"
run backup "$work/nothing.lintas" "$work/other.lintas"
expect_code 1
[[ ! -e $work/other.lintas ]] || fault "a backup of nothing was made"

# Restoring, also over a store that is there.
run restore "$work/backup.lintas" "$work/restored.lintas"
expect_code 0
expect_same "$(facts "$work/restored.lintas")" "$facts"
run restore "$work/backup.lintas" "$work/restored.lintas"
expect_code 1
run restore "$work/backup.lintas" "$work/restored.lintas" --replace
expect_code 0

# A damaged backup is not restored, and what was there stays.
cp "$work/backup.lintas" "$work/damaged.lintas"
size=$(stat -c %s "$work/damaged.lintas")
for at in $(seq 20480 4096 "$size"); do
    printf '\xa5\x5a\xa5' | dd of="$work/damaged.lintas" bs=1 seek=$((at - 2000)) conv=notrunc status=none
done
run restore "$work/damaged.lintas" "$work/restored.lintas" --replace
expect_code 1
expect_same "$(query "$work/restored.lintas" "$count")" "$counts"

# Compacting keeps everything.
run compact "$store"
expect_code 0
expect_in "$out" "MB before"
expect_same "$(facts "$store")" "$facts"

# Snapshots: made, listed, read, left as they are, deleted.
run snapshot "$store" first
expect_code 0
run snapshot "$store" first
expect_code 1
run snapshot "$store" ../first
expect_code 2
run snapshot "$store"
expect_in "$out" "first  20"
run query "$store" "$count" --as-of first --format csv
expect_code 0
expect_same "$(query "$store" "$count" --as-of first)" "$counts"
expect_same "$(query "$store" 'CALL data.snapshots() YIELD name, nodes RETURN name, nodes > 0 AS some')" "first,true"
run query "$store" 'CREATE (:Test)' --as-of first
expect_code 1
expect_in "$err" "open for reading only"
run query "$store" 'CREATE (:Test)' --read-only
expect_code 1
expect_in "$err" "open for reading only"
run query "$store" "$count" --as-of second
expect_code 1
expect_in "$err" "has no snapshot \`second\`, but \`first\`"
run stats "$store" --as-of first
expect_in "$out" "first.lintas"
printf 'id:ID\nalone\n' >"$work/Other.csv"
run load "$store" "csv=$work/Other.csv" --replace --quiet
expect_code 0
expect_same "$(query "$store" 'MATCH (n) RETURN count(n) AS nodes')" 1
expect_same "$(query "$store" "$count" --as-of first)" "$counts"
run restore "$store.snapshots/first.lintas" "$store" --replace
expect_code 0
expect_same "$(facts "$store")" "$facts"
# It stays as it is, also for root, and under its own path.
kept=$store.snapshots/first.lintas
sum=$(sha256sum <"$kept")
run query "$kept" 'CREATE (:More)'
expect_code 1
expect_in "$err" "for reading only"
run compact "$kept"
expect_code 1
expect_in "$err" "for reading only"
expect_same "$(sha256sum <"$kept")" "$sum"
run snapshot "$work/nothing.lintas" first
expect_code 1
[[ ! -e $work/nothing.lintas.snapshots ]] || fault "a folder for the snapshots of no store"
run snapshot "$store" first --delete
expect_code 0
expect_same "$("$LINTAS" snapshot "$store")" ""
run snapshot "$store" first --delete
expect_code 1

# An export loads as an equal graph.
run export "$store" "$work/export"
expect_code 0
"$LINTAS" load "$work/loaded.lintas" "csv=$work/export" --quiet || fault "the export does not load"
expect_same "$(facts "$work/loaded.lintas")" "$facts"
run export "$store" "$work/export"
expect_code 1
expect_in "$err" "has something in it already"

# Backups while the store is served and asked.
serve "$store"
expect_in "$(ask '{"statement": "MATCH (n) RETURN count(*) > 0 AS some"}')" '[[true]]'
run backup "$store" "$work/served.lintas"
expect_code 0
run snapshot "$store" served
expect_code 0
expect_same "$(facts "$work/served.lintas")" "$facts"
expect_in "$(ask '{"statement": "CALL data.snapshots() YIELD name RETURN name"}')" '[["served"]]'
expect_in "$(ask '{"statement": "MATCH (n) RETURN count(*) > 0 AS some"}')" '[[true]]'

expect_in "$(ask '{"statement": "MATCH (n) RETURN count(*) > 0 AS some", "asOf": "served"}')" '[[true]]'
expect_in "$(ask '{"statement": "CREATE (:Test)", "asOf": "served"}')" 'ForbiddenOnReadOnlyDatabase'
expect_in "$(ask '{"statement": "RETURN 1", "asOf": "nothing"}')" 'There is no snapshot `nothing`'
expect_in "$(ask '{"asOf": "served"}' /tx)" 'goes with a single statement'

# A store that is replaced while it is served goes on being served as it was.
cp "$work/served.lintas" "$work/kept.lintas"
run compact "$store"
expect_code 0
run load "$store" "csv=$work/Other.csv" --replace --quiet
expect_code 0
expect_in "$(ask '{"statement": "MATCH (n) RETURN count(*) > 1 AS many"}')" '[[true]]'
expect_same "$(query "$store" 'MATCH (n) RETURN count(n) AS nodes')" 1
run restore "$work/kept.lintas" "$store" --replace
expect_code 0
expect_same "$(facts "$store")" "$facts"

# An explicit transaction, from its opening to its end.
opened=$(ask '{"statement": "MATCH (n) RETURN count(*) > 0 AS some"}' /tx)
id=$(sed -n 's/.*"transaction":{"id":"\([^"]*\)".*/\1/p' <<<"$opened")
[[ -n $id ]] || fault "no transaction was opened: $opened"
expect_in "$(ask '{"statement": "RETURN 1 AS one"}' "/tx/$id")" "\"transaction\":{\"id\":\"$id\""
expect_in "$(ask '' "/tx/$id/commit")" '{"bookmarks":["lintas:'
expect_in "$(ask '' "/tx/$id/commit")" 'TransactionNotFound'
opened=$(curl --silent -X POST "http://127.0.0.1:$port/db/network/query/v2/tx")
id=$(sed -n 's/.*"transaction":{"id":"\([^"]*\)".*/\1/p' <<<"$opened")
expect_same "$(curl --silent -X DELETE "http://127.0.0.1:$port/db/network/query/v2/tx/$id")" '{}'
kill -TERM "$server"
wait "$server"
expect_same $? 0

finish
