#!/usr/bin/env bash
# An export with its schema makes an equal store: values of every type, texts of every kind, nodes
# with many labels or none, parallel relationships and loops, indexes and constraints.
source "$(dirname "$0")/harness.sh"
store=$work/store.lintas
make_store "$store"

write() {
    run query "$store" "$1"
    expect_code 0
}
write "CREATE (:Every:Kind:\`of; label\` {key: 'all',
    truth: true, whole: -9223372036854775807, real: 0.1, large: 1e300, none: 0.0 / 0.0,
    text: 'line\nline \"quoted\", \'twice\'; tab\t, | and ü ខ្មែរ', empty: '', blank: ' ', number: '1',
    date: date('2024-02-29'), clock: localtime('12:34:56.789012345'), zoned: time('01:02:03+05:30'),
    local: localdatetime('1969-12-31T23:59:59.999999999'),
    instant: datetime('2024-03-31T02:30:00[Europe/Berlin]'), offset: datetime('2024-03-31T02:30:00-03:00'),
    span: duration('P1Y2M-3DT4H5M6.000000007S'),
    flat: point({x: 1.5, y: -2.5}), deep: point({x: 1, y: 2, z: 3}),
    place: point({longitude: 100.5, latitude: 13.75}),
    high: point({longitude: 100.5, latitude: 13.75, height: 8})})"
write "CREATE (:Lists {key: 'lists', numbers: [1, -2, 3], mixed: [1, 1.0, 'a'], none: [],
    texts: ['a;b', 'c,d', '\"', '\n', ''], dates: [date('2024-01-01'), date('2024-01-02')],
    points: [point({x: 1, y: 2}), point({x: 3, y: 4})], truths: [true, false]})"
write "CREATE ({key: 'no label'}), (:Any {key: 'any 1', value: 1}), (:Any {key: 'any 2', value: 'one'}),
    (:Any {key: 'any 3', value: 1.0}), (:Any {key: 'any 4', value: [1]})"
write "MATCH (a:Every), (b:Lists) CREATE (a)-[:\`To & from\` {at: date('2024-01-01'), text: 'a\n\"b\"'}]->(b),
    (a)-[:SAME {n: 1}]->(b), (a)-[:SAME {n: 1}]->(b), (a)-[:SAME]->(b), (a)-[:LOOP]->(a)"
write "CREATE INDEX any_value FOR (a:Any) ON (a.value, a.key)"
write "CREATE INDEX \`odd name\` FOR ()-[r:SAME]-() ON (r.n)"
write "CREATE FULLTEXT INDEX words FOR (e:Every|Lists) ON EACH [e.text, e.key]"
write "CREATE CONSTRAINT every_key FOR (e:Every) REQUIRE e.key IS UNIQUE"
write "CREATE CONSTRAINT any_key FOR (a:Any) REQUIRE a.key IS NOT NULL"
write "CREATE CONSTRAINT label_key FOR (e:\`of; label\`) REQUIRE e.whole IS :: INTEGER"

# Everything that can be asked, in an order that does not depend on ids; types of values as well.
describe() {
    query "$1" "MATCH (n) UNWIND keys(n) + [''] AS key
        RETURN labels(n) AS labels, n.key AS name, key, valueType(n[key]) AS type, n[key] AS value
        ORDER BY labels, name, n.id, n.iso2, n.name, key"
    query "$1" "MATCH (a)-[r]->(b) RETURN type(r) AS type, a.key AS one, a.id, b.key AS other, b.id,
        r {.*} AS properties ORDER BY type, toString(a.key), toString(a.id), toString(b.key),
        toString(b.id), toString(r.n), toString(r.since)"
    query "$1" 'SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties, owningConstraint
        RETURN * ORDER BY name'
    query "$1" 'SHOW CONSTRAINTS YIELD name, type, entityType, labelsOrTypes, properties
        RETURN * ORDER BY name'
}

run export "$store" "$work/export"
expect_code 0
copy=$work/copy.lintas
run load "$copy" "csv=$work/export"
expect_code 0
while read -r statement; do
    run query "$copy" "$statement"
    expect_code 0
done <"$work/export/schema.cypher"
describe "$store" >"$work/before"
describe "$copy" >"$work/after"
(($(wc -c <"$work/before") > 4000)) || fault "the store is described by $(wc -c <"$work/before") bytes only"
diff "$work/before" "$work/after" || fault "the copy differs"
run query "$copy" "CREATE (:Every {key: 'all'})"
expect_code 1
expect_in "$err" "every_key"
run check "$copy"
expect_code 0
finish
