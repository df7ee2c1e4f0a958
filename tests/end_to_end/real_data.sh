#!/usr/bin/env bash
# Real dumps, if they are at hand: one command makes one store, and the counts are those of the
# sources. 77: they are not at hand.
source "$(dirname "$0")/harness.sh"
source "$(dirname "$0")/real_dumps.sh"
load_dumps "${registry[@]}" "${older_projects[@]}" "${newer_projects[@]}"
expect_in "$out" "35,990 organisations"
expect_in "$out" "31,451 projects, 144,726 participations, 35,871 organisations"
expect_in "$out" "1,118 projects, 12,518 participations, 6,506 organisations"
expect_in "$out" "rows were rejected; they are in $work/rejects.csv"
[[ $(stat -c %s "$store") -lt 120000000 ]] || fault "the store has 120 MB or more"
run check "$store"
expect_code 0

# The three questions, here and over HTTP.
participations="MATCH (:Region {id: 'ASEAN'})<-[:MEMBER_OF]-(c:Country)
    MATCH ()-[p:PARTICIPATES_IN]->(:Project {framework: 'H2020'}) WHERE p.country = c.iso2
    RETURN c.iso2 AS country, count(*) AS participations ORDER BY participations DESC, country"
joint="MATCH (:Region {id: 'ASEAN'})<-[:MEMBER_OF]-(:Country)<-[:LOCATED_IN]-()-[:PARTICIPATES_IN]->(p:Project {framework: 'H2020'})
    MATCH (p)<-[:PARTICIPATES_IN]-()-[:LOCATED_IN]->(:Country)-[m:MEMBER_OF]->(:Region {id: 'EU'}) WHERE m.to IS NULL
    RETURN count(DISTINCT p) AS projects"
path="MATCH (k)-[:LOCATED_IN]->(:Country {iso2: 'KH'}) WHERE (k)-[:PARTICIPATES_IN]->(:Project)
    WITH k ORDER BY k.pic LIMIT 1
    MATCH (f)-[:LOCATED_IN]->(:Country {iso2: 'FI'}) WHERE (f)-[:PARTICIPATES_IN]->(:Project)
    WITH k, f ORDER BY f.pic LIMIT 1
    MATCH way = shortestPath((k)-[:PARTICIPATES_IN*..12]-(f))
    UNWIND nodes(way) AS stop
    OPTIONAL MATCH (stop)-[:LOCATED_IN]->(c:Country)
    RETURN collect(DISTINCT c.iso2) AS countries"
expect_same "$(query "$store" "$participations")" \
    "TH,41 VN,36 MY,35 ID,32 SG,23 PH,12 KH,3 LA,2 MM,1"
expect_same "$(query "$store" "$joint")" 120
countries=$(query "$store" "$path")
expect_in "$countries" "'KH'"
expect_in "$countries" "'FI'"

serve "$store"
ask() {
    curl --silent "http://127.0.0.1:$port/db/real/query/v2" --header 'Content-Type: application/json' \
        --data "{\"statement\": \"$(echo "$1" | tr '\n' ' ')\"}"
}
expect_in "$(ask "$participations")" \
    '"values":[["TH",41],["VN",36],["MY",35],["ID",32],["SG",23],["PH",12],["KH",3],["LA",2],["MM",1]]'
expect_in "$(ask "$joint")" '"values":[[120]]'
expect_in "$(ask "$path")" '"KH"'
kill -TERM "$server"
wait "$server"
expect_same $? 0

finish
