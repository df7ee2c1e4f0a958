#!/usr/bin/env bash
# Graphs with known answers, from their files through `lintas load` to `algo.*` and `collab.*`: what
# networkx computed of co-authorships and other small networks, the validation of LDBC Graphalytics,
# and co-authorships of countries and works by OpenAlex. 77: the files are not at hand.
source "$(dirname "$0")/harness.sh"
data=${LINTAS_REAL_DATA:-$root/../shared/data}
graphs=$data/graphs
[[ -d $graphs/expected && -d $data/openalex ]] || skip "no graphs at $data"

# load STORE ARGUMENT...: a new store.
load() {
    rm -f "$1" "$1-lock"
    run load "$@" --quiet
    expect_code 0
}

# answers STORE CYPHER ANSWER [ARGUMENT...]: the query has this answer.
answers() {
    local store=$1 cypher=$2 answer=$3 found
    shift 3
    found=$(query "$store" "$cypher" "$@")
    [[ $found == "$answer" ]] || fault "$(basename "$store"): expected ‘$answer’, found ‘$found’ by $cypher $(<"$work/err")"
}

# expect_of_nodes STORE FILE SEPARATOR ID COLUMN...: keeps columns of a file in FOLDER as properties of the nodes.
expect_of_nodes() {
    local store=$1 file=$2 set=()
    shift 2
    "$LINTAS" query "$store" 'CREATE INDEX nodes_by_id IF NOT EXISTS FOR (n:Node) ON (n.id)' >"$work/out" 2>&1 || fault "$(<"$work/out")"
    "$LINTAS" query "$store" 'CALL db.awaitIndexes()' >"$work/out" 2>&1 || fault "$(<"$work/out")"
    for column in "$@"; do set+=("n.\`$column\` = toFloat(row.\`$column\`)"); done
    "$LINTAS" query "$store" "LOAD CSV WITH HEADERS FROM 'file:///$(basename "$file")' AS row
        MATCH (n:Node {id: toInteger(row.id)}) SET $(IFS=,; echo "${set[*]}")" \
        --import-folder "$(dirname "$file")" >"$work/out" 2>&1 || fault "$(<"$work/out")"
}

# value NAME KEY: a number that is known of the whole graph.
value() {
    sed -n "s/^ \"$2\": \([0-9.]*\),\?$/\1/p" "$graphs/expected/$1.json"
}

# near STORE CALL KEY: what the procedure gives is near a property of all nodes.
near() {
    answers "$1" "CALL $2 YIELD node, value
        RETURN count(*) = $nodes, max(abs(value - node.\`$3\`) / (1 + abs(value))) < 1.0E-8" 'true,true'
}

check_known() {
    local name=$1 store=$work/$1.lintas nodes count
    nodes=$(value "$name" nodes)
    local columns=(degree_undirected triangles clustering core wcc_rank pagerank_0.85)
    [[ $(head -1 "$graphs/expected/${name}_nodes.csv") != *betweenness* ]] || columns+=(betweenness_undirected_unnormalized)
    expect_of_nodes "$store" "$graphs/expected/${name}_nodes.csv" "${columns[@]}"
    answers "$store" "MATCH (n:Node) OPTIONAL MATCH (n)-[:LINKED_TO]-(m) WITH n, count(DISTINCT m) AS all, max(CASE WHEN m = n THEN 1 ELSE 0 END) AS loop
        RETURN count(n), sum(loop), count(CASE WHEN all - loop <> n.degree_undirected THEN 1 END)" \
        "$nodes,$(value "$name" self_loops),0"
    answers "$store" "CALL algo.components({}) YIELD value, size
        RETURN count(DISTINCT value) = $(value "$name" weak_components), max(size) = $(value "$name" largest_wcc_nodes)" 'true,true'
    answers "$store" "CALL algo.components({}) YIELD node, value
        RETURN count(DISTINCT [value, node.wcc_rank]) = count(DISTINCT value)" true
    near "$store" 'algo.triangles({})' triangles
    answers "$store" "CALL algo.triangles({}) YIELD value RETURN sum(value) / 3 = $(value "$name" triangles)" true
    near "$store" 'algo.clustering({})' clustering
    answers "$store" "CALL algo.clustering({}) YIELD average, transitivity
        RETURN DISTINCT abs(average - $(value "$name" avg_clustering)) < 1.0E-9, abs(transitivity - $(value "$name" transitivity)) < 1.0E-9" 'true,true'
    near "$store" 'algo.coreness({})' core
    answers "$store" "CALL algo.coreness({}) YIELD value RETURN max(value) = $(value "$name" max_core)" true
    near "$store" 'algo.pageRank({tolerance: 1.0E-13, rounds: 1000})' pagerank_0.85
    [[ ${columns[*]} != *betweenness* ]] ||
        near "$store" 'algo.betweenness({exact: true})' betweenness_undirected_unnormalized
    [[ $nodes -gt 2000 ]] || answers "$store" "MATCH (a:Node) CALL algo.distances({source: a}) YIELD value
        RETURN max(value) = $(value "$name" diameter_largest_wcc)" true
}

for name in dolphins football lesmis netscience; do
    load "$work/$name.lintas" "$graphs/newman-gml/$name.gml"
    check_known "$name"
done
for name in ca-GrQc ca-HepTh; do
    load "$work/$name.lintas" "$graphs/snap/$name.txt"
    check_known "$name"
done
tail -n +2 "$graphs/newman-gml/karate_edges.csv" >"$work/karate.edges"
load "$work/karate.lintas" "$work/karate.edges"
check_known karate

# The validation of Graphalytics. Its rows are a vertex and its neighbours.
as_files() {
    tr -d '\r' <"$1" | awk '{ print $1 >v; for (i = 2; i <= NF; ++i) print $1, $i >e }' "v=$2.v" "e=$2.e"
}

# expect_output STORE FILE: the values of a file become the property `expected`.
expect_output() {
    { echo 'id,expected' && tr -d '\r' <"$2" | awk '{ print $1 "," ($2 ~ /^([iI]nf|9223372036854775807)/ ? "" : $2) }'; } >"$work/expected.csv"
    expect_of_nodes "$1" "$work/expected.csv" expected
}

# check_values STORE CALL: as many nodes with values as expected, and the same values.
check_values() {
    local source=
    [[ $2 != *'source: s'* ]] || source="MATCH (s:Node {id: ${3:-1}})"
    answers "$1" "MATCH (n:Node) WHERE n.expected IS NOT NULL WITH count(n) AS all
        $source CALL $2 YIELD node, value
        WITH all, count(value) AS found, max(abs(value - node.expected) / (1 + abs(value))) AS error
        RETURN found = all, error < 1.0E-4" 'true,true'
}

# check_groups STORE CALL: the same nodes are together.
check_groups() {
    answers "$1" "CALL $2 YIELD node, value
        RETURN count(DISTINCT [value, node.expected]) = count(DISTINCT value),
               count(DISTINCT value) = count(DISTINCT node.expected)" 'true,true'
}

validation=$graphs/graphalytics-validation
check_validation() {
    local kind=$1 direction=$2 rounds=$3 name
    local store=$work/$kind.lintas
    for name in bfs cdlp lcc pr wcc sssp; do
        rm -rf "$work/one" && mkdir "$work/one"
        if [[ $name == sssp ]]; then
            cp "$validation/sssp/$kind-input".[ev] "$work/one"
        else
            as_files "$validation/$name/$kind-input" "$work/one/$name"
        fi
        load "$store" "edgelist=$work/one"
        expect_output "$store" "$validation/$name/$kind-output"
        case $name in
        bfs) check_values "$store" "algo.distances({source: s, direction: '$direction'})" ;;
        cdlp) check_groups "$store" "algo.labelPropagation({synchronous: true, rounds: 5, direction: '$direction'})" ;;
        lcc) check_values "$store" "algo.clustering({direction: '$direction'})" ;;
        pr) check_values "$store" "algo.pageRank({tolerance: 0.0, rounds: $rounds, direction: '$direction'})" ;;
        wcc) check_groups "$store" "algo.components({direction: '$direction'})" ;;
        sssp) check_values "$store" "algo.distances({source: s, weight: 'weight', direction: '$direction'})" ;;
        esac
    done
}
check_validation dir out 14
check_validation undir both 26

check_example() {
    local name=$1 direction=$2 source=$3 store=$work/$1.lintas
    rm -rf "$work/one" && mkdir "$work/one"
    cp "$validation/example/$name".[ev] "$work/one"
    load "$store" "edgelist=$work/one"
    while read -r output call; do
        expect_output "$store" "$validation/example/$name-$output"
        case $output in
        CDLP | WCC) check_groups "$store" "${call//DIRECTION/$direction}" ;;
        *) check_values "$store" "${call//DIRECTION/$direction}" "$source" ;;
        esac
    done <<'CALLS'
BFS algo.distances({source: s, direction: 'DIRECTION'})
SSSP algo.distances({source: s, weight: 'weight', direction: 'DIRECTION'})
LCC algo.clustering({direction: 'DIRECTION'})
PR algo.pageRank({tolerance: 0.0, rounds: 2, direction: 'DIRECTION'})
WCC algo.components({direction: 'DIRECTION'})
CDLP algo.labelPropagation({synchronous: true, rounds: 2, direction: 'DIRECTION'})
CALLS
}
check_example example-directed out 1
check_example example-undirected both 2

# Co-authorships of countries, a network of Pajek for each year in one archive.
asean="['BN','KH','ID','LA','MY','MM','PH','SG','TH','VN','TL']"
eu="['AT','BE','BG','HR','CY','CZ','DK','EE','FI','FR','DE','GR','HU','IE','IT','LV','LT','LU','MT','NL','PL','PT','RO','SK','SI','ES','SE']"
store=$work/countries.lintas
load "$store" "pajek=$data/openalex/country-coauthorship-1990-2023/WrldCo_years.zip" --label Country --type CO_PUBLISHED
while read -r left right works; do
    answers "$store" "UNWIND [1990, 2010, 2023] AS year
        OPTIONAL MATCH (:Country {name: '$left'})-[r:CO_PUBLISHED {year: year}]->(:Country {name: '$right'})
        RETURN coalesce(r.weight, 'none')" "$works"
done <<'PAIRS'
SG DE 9 399 1665
TH FR 8 213 614
VN FR 5 166 785
ID NL 26 149 837
MM DE 1 5 30
LA FR none 13 29
TL PT none 2 14
PAIRS
answers "$store" "UNWIND [1990, 2010, 2023] AS year
    MATCH (a:Country)-[r:CO_PUBLISHED {year: year}]->(e:Country) WHERE a.name IN $asean AND e.name IN $eu
    RETURN year, sum(r.weight) ORDER BY year" '1990,327 2010,5748 2023,34668'
# Weights of both directions add up to twice the works; a country's tie to itself is left out.
answers "$store" "CALL algo.degree({query: \"MATCH (a:Country)-[r:CO_PUBLISHED {year: 2023}]->(b:Country)
        WHERE a <> b RETURN a AS source, b AS target, r.weight AS weight\"}) YIELD node, value
    MATCH (node)-[r:CO_PUBLISHED {year: 2023}]->(b:Country) WHERE b <> node
    WITH node, value, sum(r.weight) AS works
    RETURN count(*) > 200, max(abs(value - 2 * works)) = 0" 'true,true'

# Works and the countries of their authors, a network of Pajek of two modes and the years beside it.
store=$work/works.lintas
rm -rf "$work/one" && mkdir "$work/one"
for file in AMCWC.net AMCYear.clu; do gzip -dc "$data/openalex/amc-bibliography/$file.gz" >"$work/one/$file"; done
load "$store" "pajek=$work/one" --label 'Publication;Country' --type FROM_COUNTRY
"$LINTAS" query "$store" 'MATCH (c:Country) SET c.iso2 = c.name' >"$work/out" 2>&1 || fault "$(<"$work/out")"
"$LINTAS" query "$store" 'MATCH (p:Publication) WHERE p.AMCYear > 0 SET p.year = p.AMCYear' >"$work/out" 2>&1 || fault "$(<"$work/out")"
lists="MATCH (c:Country) WITH [a IN collect(c.iso2) WHERE a IN $asean] AS asean, [e IN collect(c.iso2) WHERE e IN $eu] AS eu"
answers "$store" "$lists CALL collab.matrix({rows: asean, cols: eu, maxUnits: 1000}) YIELD row, col, observed
    WITH sum(observed) AS joint
    MATCH (a:Country)<-[:FROM_COUNTRY]-(p:Publication)-[:FROM_COUNTRY]->(e:Country) WHERE a.iso2 IN $asean AND e.iso2 IN $eu
    WITH joint, count(DISTINCT [p, a, e]) AS pairs, count(DISTINCT p) AS works
    RETURN joint = pairs, works" 'true,12'
while read -r region arcs; do
    answers "$store" "$lists CALL collab.profile({country: $region}) YIELD events WITH $region, sum(events) AS events
        MATCH (p:Publication)-[:FROM_COUNTRY]->(c:Country) WHERE c.iso2 IN $region
        WITH events, count(DISTINCT [p, c]) AS distinct, count(*) AS arcs
        RETURN events = distinct, arcs" "true,$arcs"
done <<'REGIONS'
asean 118
eu 5090
REGIONS

finish
