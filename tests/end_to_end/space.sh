#!/usr/bin/env bash
# A reader that is held open while the store is rewritten: its pages are used again once it has
# ended, and `compact` gives the room back.
source "$(dirname "$0")/harness.sh"

store=$work/store.lintas
make_store "$store"
run query "$store" 'UNWIND range(1, 1000) AS number CREATE (:Doc {number: number})'
expect_code 0

# rewrite NUMBER: gives every node a new text of about 10 KB, 10 MB in all, four times.
rewrite() {
    for turn in 1 2 3 4; do
        run query "$store" "MATCH (d:Doc) SET d.text =
            reduce(text = toString(d.number * $1 + $turn) + '-', at IN range(1, 11) | text + text)"
        expect_code 0
    done
}
size() { stat -c %s "$store"; }

rewrite 1
# More than fits a pipe: it stops in the middle, with its state of the store.
mkfifo "$work/pipe"
"$LINTAS" query "$store" 'MATCH (d:Doc) RETURN d.text' --format csv >"$work/pipe" 2>/dev/null &
reader=$!
exec 3<"$work/pipe"
read -r -u 3 _
rewrite 2
held=$(size)
kill -0 $reader 2>/dev/null || fault "the reader has ended early"
exec 3<&-
wait $reader
rewrite 3
((held > 20000000)) || fault "a reader that is held open costs room, but the file has $held bytes"
(($(size) <= held)) || fault "the file grew from $held to $(size) bytes after the reader had ended"
rewrite 4
(($(size) <= held)) || fault "the file grew from $held to $(size) bytes after the reader had ended"
before=$(query "$store" 'MATCH (d:Doc) RETURN count(*), max(d.text)')
run compact "$store"
expect_code 0
(($(size) < held / 2)) || fault "compacting left $(size) of $held bytes"
expect_same "$(query "$store" 'MATCH (d:Doc) RETURN count(*), max(d.text)')" "$before"
run check "$store"
expect_code 0
finish
