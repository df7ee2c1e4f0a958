#!/usr/bin/env bash
# Loads that fail say why, end with 1, and leave the store that was there as it was.
source "$(dirname "$0")/harness.sh"
store=$work/network.lintas
make_store "$store"
before=$(sha256sum <"$store")

# fails MESSAGE ARGUMENT...: the load fails with that in its message, and the store stays as it was.
fails() {
    local message=$1
    shift
    run load "$store" "$@"
    expect_code 1
    expect_in "$err" "$message"
    expect_same "$(sha256sum <"$store")" "$before"
    expect_same "$(ls "$work" | grep -c 'network.lintas')" "$(ls "$work" | grep -cE '^network.lintas(-lock)?$')"
}

# A zip archive that is cut short.
mkdir "$work/zip"
printf '[{"id": "https://ror.org/000000000", "names": [{"value": "Synthetic", "types": ["ror_display"]}]}]' \
    >"$work/zip/ror_schema_v2.json"
(cd "$work/zip" && bsdtar -a -cf ../whole.zip ror_schema_v2.json 2>/dev/null) ||
    python3 -c "import zipfile, sys; zipfile.ZipFile(sys.argv[1], 'w').write(sys.argv[2], 'ror.json')" \
        "$work/whole.zip" "$work/zip/ror_schema_v2.json" || skip "nothing here makes zip archives"
head -c 120 "$work/whole.zip" >"$work/cut.zip"
fails "cut.zip" "ror=$work/cut.zip"

# A row with too many fields, with its line.
printf 'id:ID,name,:LABEL\n1,one,Thing\n2,two,Thing,more\n' >"$work/wide.csv"
fails "wide.csv" "csv=$work/wide.csv"
expect_in "$err" "3"

# A value that is no number; a relationship whose end is not there; an id that comes twice.
printf 'id:ID,count:int,:LABEL\n1,many,Thing\n' >"$work/text.csv"
fails "many" "csv=$work/text.csv"
printf ':START_ID,:END_ID,:TYPE\n1,2,KNOWS\n' >"$work/dangling.csv"
fails "dangling.csv" "csv=$work/dangling.csv"
printf 'id:ID(Thing),:LABEL\n1,Thing\n1,Thing\n' >"$work/twice.csv"
fails "twice.csv" "csv=$work/twice.csv"

# An unknown country code, as CORDIS might have it.
printf 'rcn,role,pic,type,contribution,country,start_date,end_date\n1,participant,900000001,HES,1,QQ,2019-01-01,2020-01-01\n' \
    >"$work/participation.csv"
fails "QQ" "cordis=$work/participation.csv"

# A file of no known format, and no file at all.
head -c 1000 /dev/urandom >"$work/noise.bin"
fails "is of no known format" "$work/noise.bin"
fails "nothing.csv" "csv=$work/nothing.csv"

# With --tolerate, rows that cannot be used are counted, kept with line and reason, and the rest loads.
run load "$work/tolerant.lintas" "csv=$work/wide.csv" --tolerate --reject "$work/rejects.csv"
expect_code 0
expect_in "$out" "1 rows were rejected"
expect_in "$(<"$work/rejects.csv")" "wide.csv,3,"
expect_same "$(query "$work/tolerant.lintas" 'MATCH (t:Thing) RETURN count(t)')" 1

# A store is extended, or replaced.
printf 'id:ID(Thing),:LABEL\n1,Thing\n' >"$work/thing.csv"
run load "$store" "csv=$work/thing.csv"
expect_code 0
expect_same "$(query "$store" 'MATCH (n) RETURN count(n)')" 17

# What changes little is a transaction, and a second load of the same changes nothing at all.
sum=$(sha256sum <"$store")
run load "$store" "csv=$work/thing.csv"
expect_code 0
expect_in "$out" "nodes 0 created, 0 changed"
expect_same "$(sha256sum <"$store")" "$sum"
printf 'id:ID(Thing),name,:LABEL\n1,one,Thing\n2,two,Thing\n' >"$work/thing.csv"
run load "$store" "csv=$work/thing.csv"
expect_code 0
expect_in "$out" "nodes 1 created, 1 changed, 0 deleted"
expect_same "$(query "$store" 'MATCH (t:Thing) RETURN t.id, t.name ORDER BY t.id')" "1,one 2,two"

# A load keeps to the constraints, whether it changes little or much.
run query "$store" 'CREATE CONSTRAINT thing_id FOR (t:Thing) REQUIRE t.id IS UNIQUE'
expect_code 0
printf 'key:ID(Other),id,:LABEL\na,7,Thing\nb,7,Thing\n' >"$work/same.csv"
run load "$store" "csv=$work/same.csv"
expect_code 1
expect_in "$err" "thing_id"
expect_in "$err" "'7'"
{ cat "$work/same.csv" && seq 100 12000 | sed 's|.*|&,&,Thing|'; } >"$work/many.csv"
run load "$store" "csv=$work/many.csv"
expect_code 1
expect_in "$err" "thing_id"
expect_in "$err" "'7'"
expect_same "$(query "$store" 'MATCH (t:Thing) RETURN count(t)')" 2
run check "$store"
expect_code 0

run load "$store" "csv=$work/thing.csv" --replace
expect_code 0
expect_same "$(query "$store" 'MATCH (n) RETURN count(n)')" 2

for option in --delimiter --list-delimiter; do
    run load "$work/none.lintas" "$work/rejects.csv" "$option" ""
    expect_code 2
    expect_in "$err" "$option is \`\`; it must be one character"
done
run load "$work/none.lintas" "nope=$work/rejects.csv"
expect_code 2
expect_in "$err" "There is no format \`nope\`; there are \`ror\`, \`cordis\`"

finish
