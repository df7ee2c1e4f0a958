#!/usr/bin/env bash
# A report against a named snapshot: what newer data says of the old years is a revision, what came
# since is a change. Ten small events, so that every share can be checked by hand.
source "$(dirname "$0")/harness.sh"
source "$(dirname "$0")/report_checks.sh"
store=$work/small.lintas

# write CYPHER: changes the store.
write() {
    run query "$store" "$1"
    expect_code 0
}

# A store of two members and one country of the other region; a project is at home in KH or LA, or is
# shared with FR.
make_store "$store"
write "MATCH (n) DETACH DELETE n"
write "CREATE (a:Region {id: 'ASEAN'}), (e:Region {id: 'EU'}),
    (kh:Country {iso2: 'KH', name: 'Cambodia'})-[:MEMBER_OF {from: date('1999-04-30')}]->(a),
    (la:Country {iso2: 'LA', name: 'Lao PDR'})-[:MEMBER_OF {from: date('1997-07-23')}]->(a),
    (fr:Country {iso2: 'FR', name: 'France'})-[:MEMBER_OF {from: date('1958-01-01')}]->(e),
    (:Institution {id: 'KH-1'})-[:LOCATED_IN]->(kh), (:Institution {id: 'LA-1'})-[:LOCATED_IN]->(la),
    (:Institution {id: 'FR-1'})-[:LOCATED_IN]->(fr)"

# project YEAR INSTITUTION...
project() {
    local year=$1 institution
    shift
    projects=$((${projects:-0} + 1))
    write "CREATE (:Project {id: 'P$projects', startYear: $year, endYear: $year, seenAt: date('$year-12-31')})"
    for institution in "$@"; do
        write "MATCH (i:Institution {id: '$institution'}), (p:Project {id: 'P$projects'})
            CREATE (i)-[:PARTICIPATES_IN]->(p)"
    done
}
project 2016 KH-1
project 2017 KH-1 FR-1
project 2018 KH-1
project 2019 KH-1 FR-1
project 2016 LA-1
project 2019 LA-1 FR-1
run snapshot "$store" before
expect_code 0

# What was missed: one more project that Cambodia shared in 2018. What is new: three of 2020.
project 2018 KH-1 FR-1
project 2020 KH-1
project 2020 KH-1
project 2020 LA-1 FR-1

run report "$store" --out "$work/report" --no-pdf --from 2017 --to 2020 --previous before
expect_code 0
# country, before, after, revision, change: of Cambodia 2 of 4 became 3 of 5, and 3 of 6 are shared now;
# of Lao PDR 1 of 2 stayed, and 2 of 2 are shared now.
found=$(tail -n +2 "$work/report/tables/change.csv" | LC_ALL=C awk -F, '
    {printf "%s%s %.3f %.3f %+.3f %+.3f", (NR > 1 ? "; " : ""), $1, $2, $3, $4, $5}')
expect_same "$found" "KH 0.500 0.500 +0.100 -0.100; LA 0.500 1.000 +0.000 +0.500"
expect_in "$(<"$work/report/report.html")" "against snapshot before"
check_queries "$store" "$work/report"

# The store has no topics, challenges or thrusts; that is said in the report, not as notices.
expect_same "$err" ""
! grep -rl "The graph does not know" "$work/report" || fault "notices of queries stand in the report"

# On a day before Cambodia joined, it is no member in any part; the years count alone.
run report "$store" --out "$work/early" --no-pdf --from 2016 --to 2017 --as-of 1998-06-30
expect_code 0
for table in members lights countries lead matrix-across flows fragility; do
    ! grep -E '(^|,)KH,' "$work/early/tables/$table.csv" || fault "KH is a member in $table before it joined"
done
[[ ! -e $work/early/tables/profile-KH.csv && -e $work/early/tables/profile-LA.csv ]] || fault "the profiles are those of other members"
# Events of members in 2016 and 2017, by membership of those years: two of Cambodia, one of Lao PDR.
expect_same "$(grep home, "$work/early/tables/numbers.csv" | cut -d, -f2,3)" "2,3"
check_queries "$store" "$work/early" once

# Without it there is nothing to compare with.
run report "$store" --out "$work/alone" --no-pdf
expect_code 0
[[ ! -e $work/alone/tables/change.csv ]] || fault "there is a change without a snapshot"
run report "$store" --out "$work/none" --no-pdf --previous befor
expect_code 1
expect_in "$err" 'has no snapshot `befor`, but `before`'
finish
