#!/usr/bin/env bash
# One small graph from a file of each format that holds a graph, through `lintas load` to the same answers;
# and files that are wrong, which change nothing.
source "$(dirname "$0")/harness.sh"
files=$work/files
mkdir "$files"

printf 'a b 1.5\nb c 2\nc a 4\n' >"$files/edgelist.txt"
printf 'a\nb\nc\n' >"$files/graphalytics.v"
printf 'a b 1.5\nb c 2\nc a 4\n' >"$files/graphalytics.e"
printf '*Vertices 3\n1 "a"\n2 "b"\n3 "c"\n*Edges\n1 2 1.5\n2 3 2\n3 1 4\n' >"$files/pajek.net"
printf 'graph [\n node [ id "a" ]\n node [ id "b" ]\n node [ id "c" ]\n edge [ source "a" target "b" weight 1.5 ]
 edge [ source "b" target "c" weight 2.0 ]\n edge [ source "c" target "a" weight 4.0 ]\n]\n' >"$files/gml.gml"
cat >"$files/graphml.graphml" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="w" for="edge" attr.name="weight" attr.type="double"/>
  <graph edgedefault="undirected">
    <node id="a"/><node id="b"/><node id="c"/>
    <edge source="a" target="b"><data key="w">1.5</data></edge>
    <edge source="b" target="c"><data key="w">2</data></edge>
    <edge source="c" target="a"><data key="w">4</data></edge>
  </graph>
</graphml>
XML

# check STORE SOURCE KEY: three nodes by KEY, three ties, and the cheapest way from a to c over b.
check() {
    rm -rf "$1" "$1-lock"
    run load "$1" "$2" --label Stop --type JOINS --quiet
    expect_code 0
    run check "$1"
    expect_code 0
    expect_same "$(query "$1" "MATCH (n:Stop) WITH collect(n.$3) AS all UNWIND all AS name WITH name ORDER BY name RETURN collect(name)")" "\"['a', 'b', 'c']\""
    expect_same "$(query "$1" 'MATCH ()-[r:JOINS]->() RETURN count(r), sum(r.weight)')" '3,7.5'
    expect_same "$(query "$1" "MATCH (a:Stop {$3: 'a'}), (c:Stop {$3: 'c'})
        CALL algo.shortestPaths({source: a, target: c, weight: 'weight', k: 2}) YIELD path, cost
        RETURN [n IN nodes(path) | n.$3], cost ORDER BY cost")" "\"['a', 'b', 'c']\",3.5 \"['a', 'c']\",4.0"
}
check "$work/edgelist.lintas" "edgelist=$files/edgelist.txt" id
mkdir "$work/graphalytics" && mv "$files"/graphalytics.[ve] "$work/graphalytics"
check "$work/graphalytics.lintas" "edgelist=$work/graphalytics" id
check "$work/pajek.lintas" "pajek=$files/pajek.net" name
(cd "$files" && python3 -c 'import zipfile; zipfile.ZipFile("pajek.zip", "w", zipfile.ZIP_DEFLATED).write("pajek.net")')
check "$work/zipped.lintas" "pajek=$files/pajek.zip" name
check "$work/gml.lintas" "gml=$files/gml.gml" id
check "$work/graphml.lintas" "graphml=$files/graphml.graphml" id
gzip -k "$files/graphml.graphml"
check "$work/gzipped.lintas" "graphml=$files/graphml.graphml.gz" id
# The format is known by the name of the file too.
check "$work/named.lintas" "$files/graphml.graphml" id

# refuses FILE PART: the load of it into a store that has data ends with that message, and leaves the store as it was.
store=$work/kept.lintas
make_store "$store"
before=$(sha256sum <"$store")
refuses() {
    run load "$store" "$files/$1" --quiet
    expect_code 1
    expect_in "$err" "$2"
    expect_same "$(sha256sum <"$store")" "$before"
}
: >"$files/empty.graphml"
refuses empty.graphml 'empty.graphml'
head -c 300 "$files/graphml.graphml" >"$files/cut.graphml"
refuses cut.graphml 'cut.graphml'
sed 's/>1.5</>much</' "$files/graphml.graphml" >"$files/number.graphml"
refuses number.graphml '`much`'
sed 's/target="b"/target="\xff"/' "$files/graphml.graphml" >"$files/text.graphml"
refuses text.graphml 'UTF-8'
head -c 60 "$files/gml.gml" >"$files/cut.gml"
refuses cut.gml 'cut.gml'
sed 's/target "b"/target "z"/' "$files/gml.gml" >"$files/nobody.gml"
refuses nobody.gml '`z`'
: >"$files/empty.gml"
refuses empty.gml 'empty.gml'
sed 's/^3 1 4/3 9 4/' "$files/pajek.net" >"$files/beyond.net"
refuses beyond.net '9'
sed 's/^\*Vertices 3/*Vertices 99999999999999999999/' "$files/pajek.net" >"$files/many.net"
refuses many.net '99999999999999999999'
head -c 150 "$files/pajek.zip" >"$files/cut.zip"
run load "$store" "pajek=$files/cut.zip" --quiet
expect_code 1
expect_same "$(sha256sum <"$store")" "$before"
# An archive of other files, and a file that is none.
(cd "$files" && python3 -c 'import zipfile; zipfile.ZipFile("other.zip", "w").writestr("notes.txt", "none")')
printf 'x' >"$files/none.zip"
for archive in other none; do
    run load "$store" "pajek=$files/$archive.zip" --quiet
    expect_code 1
    expect_in "$err" "$archive.zip\` has no file \`.net\`"
    expect_same "$(sha256sum <"$store")" "$before"
done
# Numbers of vertices: too few, too many, none, and what is no number.
mkdir "$work/numbers" && cp "$files/pajek.net" "$work/numbers"
refuses_numbers() {
    printf "$1" >"$work/numbers/group.clu"
    run load "$store" "pajek=$work/numbers" --quiet
    expect_code 1
    expect_in "$err" "$2"
    expect_same "$(sha256sum <"$store")" "$before"
}
refuses_numbers '*Vertices 3\n1\n2\n' 'has 2 numbers for 3 vertices'
refuses_numbers '*Vertices 4\n1\n2\n3\n4\n' 'has 4 numbers, and no network'
refuses_numbers '' 'has no line `*Vertices`'
refuses_numbers '*Vertices 3\n1\nx\n3\n' 'Line 3'
printf 'a b\nonly\n' >"$files/one.edges"
run load "$store" "edgelist=$files/one.edges" --quiet
expect_code 1
expect_in "$err" 'Line 2'
expect_same "$(sha256sum <"$store")" "$before"
printf 'a b 1e999\n' >"$files/huge.edges"
run load "$store" "edgelist=$files/huge.edges" --quiet
expect_code 1
expect_in "$err" '1e999'
expect_same "$(sha256sum <"$store")" "$before"

finish
