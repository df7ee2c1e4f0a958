#!/usr/bin/env bash
# Backups and snapshots of a store that a service writes to: each is whole, sound, and has everything
# that was acknowledged before it began and nothing out of order.
source "$(dirname "$0")/harness.sh"
store=$work/network.lintas
make_store "$store"

# Writing from the command line, and what it says of it.
run query "$store" 'CREATE (:Test {n: 1})-[:OF]->(:Test {n: 2})'
expect_code 0
expect_in "$err" "2 nodes created, 1 relationship created, 2 properties set, 2 labels added"
expect_same "$(query "$store" 'MATCH (t:Test)-[:OF]->(u:Test) RETURN t.n, u.n')" "1,2"
run backup "$store" "$work/written.lintas"
expect_code 0
expect_same "$(query "$work/written.lintas" 'MATCH (t:Test)-[:OF]->(u:Test) RETURN t.n, u.n')" "1,2"
run check "$work/written.lintas"
expect_code 0
[[ ! -e $work/written.lintas-log ]] || fault "a backup has a log beside it"
expect_same "$("$LINTAS" stats "$work/written.lintas" | sed -n 2p)" "$("$LINTAS" stats "$store" | sed -n 2p)"
run compact "$store"
expect_code 0
expect_same "$(query "$store" 'MATCH (t:Test) RETURN count(t) AS tests')" 2
run query "$store" 'MATCH (t:Test) DETACH DELETE t'
expect_code 0
run check "$store"
expect_code 0

serve "$store"

echo 0 >"$work/acknowledged"
write() {
    for n in $(seq 1 120); do
        ask "{\"statement\": \"CREATE (:Written {n: $n})\"}" | grep -q '"bookmarks"' || return 1
        echo "$n" >"$work/next"
        mv "$work/next" "$work/acknowledged"
    done
}
write &
writer=$!
numbers='MATCH (w:Written) RETURN count(w) AS count, coalesce(max(w.n), 0) AS most'
for round in 1 2 3 4; do
    before=$(<"$work/acknowledged")
    if [[ $round == 4 ]]; then
        run snapshot "$store" "round$round"
        copy=$store.snapshots/round$round.lintas
    else
        run backup "$store" "$work/round$round.lintas"
        copy=$work/round$round.lintas
    fi
    expect_code 0
    after=$(<"$work/acknowledged")
    run check "$copy"
    expect_code 0
    IFS=, read -r count most <<<"$(query "$copy" "$numbers")"
    expect_same "$count" "$most"
    ((count >= before && count <= after + 1)) || fault "a backup has $count writes, after $before and before $after"
done
wait "$writer" || fault "a write was refused"

# Who writes keeps others from putting another file in place; readers do not.
run compact "$store"
expect_code 1
expect_in "$err" "writ"
expect_same "$(query "$store" "$numbers")" "120,120"

# A transaction over HTTP, seen by others only once it is committed.
opened=$(ask '{"statement": "CREATE (:Written {n: 121})"}' /tx)
id=$(sed -n 's/.*"transaction":{"id":"\([^"]*\)".*/\1/p' <<<"$opened")
[[ -n $id ]] || fault "no transaction was opened: $opened"
expect_in "$(ask '{"statement": "MATCH (w:Written) RETURN count(w) AS count"}')" '[[120]]'
expect_in "$(ask '{"statement": "MATCH (w:Written) RETURN count(w) AS count"}' "/tx/$id")" '[[121]]'
expect_in "$(ask '' "/tx/$id/commit")" '{"bookmarks":["lintas:'
expect_in "$(ask '{"statement": "MATCH (w:Written) RETURN count(w) AS count"}')" '[[121]]'
opened=$(ask '{"statement": "CREATE (:Written {n: 122})"}' /tx)
id=$(sed -n 's/.*"transaction":{"id":"\([^"]*\)".*/\1/p' <<<"$opened")
expect_same "$(curl --silent -X DELETE "http://127.0.0.1:$port/db/network/query/v2/tx/$id")" '{}'
expect_in "$(ask '{"statement": "UNWIND range(122, 130) AS n CALL (n) { CREATE (:Written {n: n}) } IN TRANSACTIONS OF 4 ROWS"}')" '"bookmarks"'
expect_in "$(ask '{"statement": "MATCH (w:Written) RETURN count(w) AS count, max(w.n) AS most"}')" '[[130,130]]'
kill -TERM "$server"
wait "$server"
expect_same $? 0

# What was acknowledged is there without the service, and compacting now keeps it.
expect_same "$(query "$store" "$numbers")" "130,130"
run compact "$store"
expect_code 0
expect_same "$(query "$store" "$numbers")" "130,130"
run check "$store"
expect_code 0

finish
