#!/usr/bin/env bash
# The questions of docs/stories.md run as they stand there over the demo data, and answer what the
# page says.
source "$(dirname "$0")/harness.sh"
source "$(dirname "$0")/story_page.sh"
store=$work/demo.lintas
run generate "$work/world"
expect_code 0
run load "$store" "csv=$work/world"
expect_code 0
for name in before after; do
    run snapshot "$store" "$name"
    expect_code 0
done
ask_page 'Demo data' "$store"
expect_same "$asked_of_page" 9

finish
