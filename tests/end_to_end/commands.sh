#!/usr/bin/env bash
# Commands: help, exit codes, messages, formats, and what happens when nobody takes the answer.
source "$(dirname "$0")/harness.sh"
store=$work/network.lintas
make_store "$store"

# Help and version, everywhere, on standard output.
for command in '' check generate load query serve stats; do
    run $command --help
    expect_code 0
    expect_in "$out" "Usage: lintas"
    run $command --version
    expect_code 0
    expect_in "$out" "lintas 0."
done

# Mistakes of usage end with 2.
run
expect_code 2
expect_in "$err" "No command is given"
run nonsense
expect_code 2
expect_in "$err" 'Command `nonsense` does not exist'
run query "$store"
expect_code 2
expect_in "$err" "CYPHER is required"
run query "$store" 'RETURN 1' --nonsense
expect_code 2
run query "$store" 'RETURN 1' --format xml
expect_code 2
expect_in "$err" '`xml` is no format; there are csv, json, ndjson, records and table'
run query "$store" 'RETURN $x' -p x
expect_code 2
expect_in "$err" 'is not of the form NAME=JSON'
run query "$store" 'RETURN $x' -p x=KH
expect_code 2
expect_in "$err" 'The JSON of the parameter `x` (text needs quotes) is broken at byte 0'
run generate "$work/world" --scale 0
expect_code 2
expect_in "$err" "it must be from 1 to 1000"
for number in -1 0.1 1e3 many; do
    run generate "$work/world" --seed "$number"
    expect_code 2
    expect_in "$err" "\`$number\` is not a whole number from 0 on"
done

# A query or data at fault ends with 1, and an error in a query shows its place.
run query "$work/nothing.lintas" 'RETURN 1'
expect_code 1
expect_in "$err" "there is no such file"
run query "$store" 'MATCH (n) RETURN m'
expect_code 1
expect_in "$err" 'Variable `m` is not defined'
expect_in "$err" '                       ^'
run load "$work/new.lintas" "$work/nothing.csv"
expect_code 1
[[ ! -e $work/new.lintas ]] || fault "a load that failed made a store"

# Answers in every form.
text='MATCH (c:Country) RETURN c.iso2 AS code, c.name AS name ORDER BY code LIMIT 2'
run query "$store" "$text"
expect_code 0
expect_same "$out" 'code | name
-----+--------
DE   | Germany
FI   | Finland
(2 rows)'
run query "$store" "$text" --format json
expect_same "$out" '{"columns":["code","name"],"rows":[["DE","Germany"],["FI","Finland"]]}'
run query "$store" "$text" --format ndjson
expect_same "$out" '{"code":"DE","name":"Germany"}
{"code":"FI","name":"Finland"}'
run query "$store" "$text" --format csv
expect_same "$out" $'code,name\r\nDE,Germany\r\nFI,Finland\r'

# A query from standard input, and parameters.
expect_same "$(echo 'RETURN 1 AS one' | "$LINTAS" query "$store" - --format ndjson)" '{"one":1}'
run query "$store" 'RETURN $a AS a, $b AS b' -p a=1 -p 'b={"c": ["ü", null, 2.0]}' --format ndjson
expect_same "$out" '{"a":1,"b":{"c":["ü",null,2.0]}}'
run query "$store" 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(*)' --timeout 1
expect_code 1
expect_in "$err" "time limit"

# Nobody takes the answer: exit code 1, and no word to a reader that went away on purpose.
"$LINTAS" query "$store" 'RETURN 1' >/dev/full 2>"$work/err"
expect_same $? 1
expect_in "$(<"$work/err")" "No space left on device"
"$LINTAS" query "$store" 'RETURN 1' >&- 2>"$work/err"
expect_same $? 1
"$LINTAS" query "$store" 'UNWIND range(1, 1000000) AS n RETURN n' 2>"$work/err" | head -n 1 >/dev/null
expect_same "${PIPESTATUS[0]}" 1
expect_same "$(<"$work/err")" ""

# What is in a store, and that nothing is wrong with it.
run stats "$store"
expect_code 0
expect_in "$out" "16 nodes, 20 relationships"
expect_in "$out" "7  PARTICIPATES_IN"
run check "$store"
expect_code 0
expect_in "$out" "nothing wrong"

finish
