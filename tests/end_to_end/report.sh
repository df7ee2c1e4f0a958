#!/usr/bin/env bash
# The network report from the demo store: complete, the same twice, and each printed query gives the
# printed hash again.
source "$(dirname "$0")/harness.sh"
source "$(dirname "$0")/report_checks.sh"
store=$work/demo.lintas
run generate "$work/world"
expect_code 0
run load "$store" "csv=$work/world" --quiet
expect_code 0

run report "$store" --out "$work/report" --no-pdf
expect_code 0
expect_in "$out" "Wrote $work/report/report.html in "
check_report "$store" "$work/report"

# No person is named, and so none is ranked; a name that did stand there would be found.
expect_same "$(named_persons "$store" "$work/report")" ""
mkdir "$work/telling"
"$LINTAS" query "$store" 'MATCH (r:Researcher) RETURN r.displayName LIMIT 1' --format csv >"$work/telling/report.md"
[[ -n $(named_persons "$store" "$work/telling") ]] || fault "a person who is named is not found"

# The same store and options give the same bytes.
run report "$store" --out "$work/again" --no-pdf
expect_code 0
diff -r "$work/report" "$work/again" >&2 || fault "two reports of one store differ"

# Beside each indicator stand ids of what counts in it, in every form of the report.
# evidence MEASURE: the ids, as a list of Cypher.
evidence() {
    "$LINTAS" query "$store" --format csv -p "ids=\"$(grep -F ",$1," "$work/report/tables/kpis.csv" | sed -n 's,.*"\[\(.*\)\]".*,\1,p')\"" \
        'UNWIND split($ids, ", ") AS id RETURN collect(replace(id, "\u0027", "")) AS ids' | tail -n +2 | tr -d '"\r'
}
# expect_counted MEASURE PATTERN: the pattern, from a node p on, holds of all the evidence.
expect_counted() {
    local ids found id
    ids=$(evidence "$1")
    found=$(query "$store" "WITH $ids AS ids UNWIND ids AS id
        MATCH (p {id: id}) WHERE EXISTS { MATCH $2 } RETURN size(ids) = 5, count(DISTINCT p)")
    expect_same "$1 $found" "$1 true,5"
    for id in $(tr -d "[],'" <<<"$ids"); do
        for file in report.html report.md report.json tables/kpis.json; do
            grep -Eq "[^A-Z0-9-]$id[^0-9]" "$work/report/$file" || fault "$file lacks the evidence $id of $1"
        done
    done
}
asean="-[:MEMBER_OF]->(:Region {id: 'ASEAN'})"
expect_counted jointProjects "(a:Country)$asean, (b:Country)$asean, (a)<-[:LOCATED_IN]-()-[:PARTICIPATES_IN]->(p)
    <-[:PARTICIPATES_IN]-()-[:LOCATED_IN]->(b) WHERE a.iso2 < b.iso2"
expect_counted withOther "(:Region {id: 'EU'})<-[:MEMBER_OF]-()<-[:LOCATED_IN]-()-[:PARTICIPATES_IN]->(p)"
expect_counted withCompanies "(:Company)-[:PARTICIPATES_IN]->(p)"
expect_counted licences "(p)-[:LICENSED_TO]->()"

# With a topic, gaps of challenges are those of challenges about it.
run report "$store" --out "$work/energy" --no-pdf --topic energy --country KH
expect_code 0
challenges=$(sed -nE "s/^A,.*(theme|nobody): '([^']*)'.*/\2/p" "$work"/energy/tables/{gaps,unknown-gaps}.csv | sort -u)
[[ -n $challenges ]] || fault "no gap of a challenge about energy is found"
while read -r challenge; do
    expect_same "$challenge $(query "$store" "MATCH (h:Challenge {title: '$challenge'})-[:ABOUT]->(t:Topic)
        WHERE t.code STARTS WITH 'energy.' RETURN count(t) > 0")" "$challenge true"
done <<<"$challenges"

# Texts and templates of an agency's own.
mkdir "$work/forms"
echo '{"language": "km", "report.title": "របាយការណ៍ {region}"}' >"$work/forms/texts.json"
echo '{{title}}' >"$work/forms/report.md"
run report "$store" --out "$work/own" --no-pdf --templates "$work/forms" --country KH --from 2020
expect_code 0
expect_same "$(<"$work/own/report.md")" "របាយការណ៍ ASEAN"
expect_in "$(<"$work/own/report.html")" '<html lang="km">'

# What does not fit is told.
run report "$store" --no-pdf
expect_code 2
run report "$store" --out "$work/none" --no-pdf --region ASEEN
expect_code 2
expect_in "$err" '--region is `ASEEN`; the store has no such region; did you mean `ASEAN`?'
run report "$store" --out "$work/none" --no-pdf --previous last-year
expect_code 1
expect_in "$err" 'and so none with the name `last-year`'
[[ ! -e $work/none ]] || fault "a report that is refused leaves files"
run report "$store" --out "$work/none" --no-pdf --from twenty
expect_code 2
run report "$store" --out "$work/none" --templates "$work/nowhere"
expect_code 2
echo '{{#open}}' >"$work/forms/report.html"
run report "$store" --out "$work/none" --no-pdf --templates "$work/forms"
expect_code 1
expect_in "$err" 'The template `report.html` is not mustache'
rm "$work/forms/report.html"
echo '{"areas": []}' >"$work/forms/taxonomy.json"
run report "$store" --out "$work/none" --no-pdf --templates "$work/forms"
expect_code 1
expect_in "$err" 'The taxonomy `taxonomy.json` has no list `thrusts`'
touch "$work/file"
run report "$store" --out "$work/file/report" --no-pdf
expect_code 1

# Without a browser the report says so and is made all the same.
err=$(PATH=/nonexistent "$LINTAS" report "$store" --out "$work/own" 2>&1 >/dev/null)
expect_in "$err" "No PDF was made"

finish
