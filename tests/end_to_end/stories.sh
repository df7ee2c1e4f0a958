#!/usr/bin/env bash
# The questions of docs/collaboration.md run as they stand there over the demo data, and answer what
# the page says.
source "$(dirname "$0")/harness.sh"
store=$work/demo.lintas
run generate "$work/world"
expect_code 0
run load "$store" "csv=$work/world"
expect_code 0
for name in before after; do
    run snapshot "$store" "$name"
    expect_code 0
done

# story NUMBER [ARGUMENT...]: the rows of the answer, into $work/story, without the header.
story() {
    local number=$1
    shift
    awk -v begin="**$number. " 'index($0, begin) == 1 { found = 1 }
        found && /^```$/ { exit }
        inside { print }
        found && /^```cypher$/ { inside = 1 }' "$root/docs/collaboration.md" >"$work/query"
    [[ -s $work/query ]] || fault "docs/collaboration.md has no query of story $number"
    "$LINTAS" query "$store" - --format csv "$@" <"$work/query" 2>"$work/err" |
        tr -d '\r' | tail -n +2 >"$work/story"
    rows=$(wc -l <"$work/story")
    [[ ! -s $work/err ]] || cat "$work/err" >&2
}

story 1 -p 'inst="KH-I-1"' -p 'ch="aflatoxin"'
expect_same "$rows" 10
expect_in "$(head -1 "$work/story")" "(FR),FR,"
story 2 -p 'me="synthetic-1"' -p 'target="TH-I-5"'
expect_same "$rows" 2
expect_in "$(head -1 "$work/story")" "['R-1', 'P-5427', 'R-4145', 'P-7595', 'R-2', 'P-8389', 'R-946', 'TH-I-5']"
story 3
expect_same "$rows" 297
story 4 -p y=2021
expect_same "$rows" 7
expect_in "$(head -1 "$work/story")" "aflatoxin,"
story 5
expect_same "$rows" 20
expect_in "$(head -1 "$work/story")" "challenge: 'aflatoxin', countries: ['FR']"
story 6
expect_same "$rows" 1
expect_in "$(<"$work/story")" "(TH),true,28,1.0"
story 7 -p 'co="DE-C-1"'
expect_same "$rows" 14
story 8 -p 'id="KH-I-1"'
expect_same "$rows" 1
expect_in "$(<"$work/story")" ",true,1075"
story 9 -p 's1="before"' -p 's2="after"'
expect_same "$rows" 11
expect_same "$(cut -d, -f4 "$work/story" | sort -u)" 0.0

finish
