#!/usr/bin/env bash
# The questions of docs/stories.md over ROR and CORDIS, if these dumps are at hand. 77: they are not.
source "$(dirname "$0")/harness.sh"
source "$(dirname "$0")/story_page.sh"
data=${LINTAS_REAL_DATA:-$root/../shared/data}
[[ -d $data/ror && -d $data/cordis ]] || skip "no real data at $data"
store=$work/real.lintas
run load "$store" "ror=$data/ror/ror-all-v2-2026-06-23_schema_v2.zip" "cordis=$data/cordis/h2020-eunets" \
    "cordis=$data/cordis/pic_names_derived.csv"
expect_code 0
run snapshot "$store" before
expect_code 0
run load "$store" "cordis=$data/cordis/horizon-hopon"
expect_code 0
run snapshot "$store" after
expect_code 0
ask_page 'ROR and CORDIS' "$store"
expect_same "$asked_of_page" 14

finish
