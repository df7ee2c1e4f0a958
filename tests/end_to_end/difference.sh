#!/usr/bin/env bash
# collab.diff between two named snapshots: what was learned later about the old years is revision,
# what other years brought is change. The figures were worked out by hand from the toy.
source "$(dirname "$0")/harness.sh"
store=$work/toy.lintas
run load "$store" "csv=$root/tests/datasets/toy"
expect_code 0
run snapshot "$store" before
expect_code 0
# Thailand leads one of two works of 2020 to 2022. A third one, which it leads too, is heard of later.
run query "$store" "MATCH (th:Institution {id: 'TH-1'}), (de:Institution {id: 'DE-1'})
    CREATE (p:Project {id: 'late', startYear: 2021}),
           (th)-[:PARTICIPATES_IN {role: 'coordinator'}]->(p), (de)-[:PARTICIPATES_IN]->(p)"
expect_code 0
run snapshot "$store" after
expect_code 0

# difference MEASURE OPTIONS: the row of Thailand.
difference() {
    query "$store" "CALL collab.diff({measure: '$1', region: 'ASEAN', $2, oldFrom: 2020, oldTo: 2022, newFrom: 2023, newTo: 2025})
        YIELD unit, before, after, revision, change, low, high WHERE unit = 'TH'
        RETURN before, after, round(revision, 4), round(change, 4), round(low, 4), round(high, 4)"
}
both="oldSnapshot: 'before', newSnapshot: 'after'"
expect_same "$(difference events "$both")" 2.0,1.0,1.0,-2.0,-5.9199,1.9199
expect_same "$(difference international "$both")" 2.0,0.0,1.0,-3.0,-6.3948,0.3948
expect_same "$(difference lead "$both")" 1.0,1.0,1.0,-1.0,-4.3948,2.3948
expect_same "$(difference leadShare "$both")" 0.5,1.0,0.1667,0.3333,-0.5054,0.7923
expect_same "$(difference internationalShare "$both")" 1.0,0.0,0.0,-1.0,-1.0,-0.028

# Without a name the present graph is meant, on either side.
expect_same "$(difference events "oldSnapshot: 'before'")" 2.0,1.0,1.0,-2.0,-5.9199,1.9199
expect_same "$(difference events "newSnapshot: 'before'")" 3.0,1.0,-1.0,-1.0,-4.3948,2.3948
expect_same "$(query "$store" "CALL collab.diff({$both}) YIELD about
    RETURN DISTINCT about.oldSnapshot <> about.newSnapshot, about.total, about.hidden, about.truncated")" true,6,0,false

# A snapshot that there is not.
run query "$store" "CALL collab.diff({oldSnapshot: 'never'})"
expect_code 1
expect_in "$err" '`never`'

# Over HTTP as well.
serve "$store"
body='{"statement": "CALL collab.diff({measure: '"'events', region: 'TH', $both"', oldFrom: 2020, oldTo: 2022, newFrom: 2023, newTo: 2025}) YIELD unit, before, after, revision, change RETURN unit, before, after, revision, change"}'
expect_in "$(curl --silent "http://127.0.0.1:$port/db/toy/query/v2" --header 'Content-Type: application/json' --data "$body")" \
    '"values":[["TH",2.0,1.0,1.0,-2.0]]'
kill -TERM "$server"
wait "$server"
expect_same $? 0

finish
