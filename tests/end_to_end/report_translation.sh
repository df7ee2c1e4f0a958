#!/usr/bin/env bash
# A catalogue says every word of a report but the store's own: with each text of it marked, no
# unmarked sentence or label is left. 77: there is no Python.
source "$(dirname "$0")/harness.sh"
command -v python3 >/dev/null || skip "there is no Python"
store=$work/demo.lintas
run generate "$work/world"
run load "$store" "csv=$work/world" --quiet
expect_code 0
run snapshot "$store" before
expect_code 0

# The texts of the program, each between ⟦ and ⟧, but for the tag of the language.
mkdir "$work/forms"
sed -E -e '/^  "language"/!s/^(  "[^"]+": ")(.*)("(,)?)$/\1⟦\2⟧\3/' -e 's/"language": "en"/"language": "en-XA"/' \
    "$root/server/report/forms/texts.json" >"$work/forms/texts.json"

# What the store and the taxonomy say themselves.
"$LINTAS" query "$store" --format json 'MATCH (n) UNWIND keys(n) AS key UNWIND n[key] AS text
    WITH DISTINCT text WHERE text = toString(text) RETURN collect(text) AS texts' |
    python3 -c 'import json, sys
def texts(value):
    if isinstance(value, str): yield value
    if isinstance(value, dict): value = list(value.values())
    if isinstance(value, list):
        for one in value: yield from texts(one)
for text in texts([json.load(sys.stdin), json.load(open(sys.argv[1]))]): print(text)' \
        "$root/server/report/forms/taxonomy.json" >"$work/known"
[[ $(wc -l <"$work/known") -gt 1000 ]] || fault "the store says too little: $(<"$work/err")"

# unmarked NAME OPTION...: what is unmarked in the page and the text of that report.
unmarked() {
    local name=$1
    shift
    run report "$store" --out "$work/$name" --no-pdf --templates "$work/forms" "$@"
    expect_code 0
    for file in report.html report.md; do
        python3 "$root/tests/end_to_end/unmarked_text.py" "$work/$name/$file" "$work/known"
    done
}
expect_same "$(unmarked whole --previous before)" ""
expect_same "$(unmarked topic --topic energy --country KH)" ""

# The check sees what is left out of the catalogue.
sed -i -e 's/⟦Gaps⟧/Gaps/' "$work/forms/texts.json"
expect_in "$(unmarked left)" "Gaps"
finish
