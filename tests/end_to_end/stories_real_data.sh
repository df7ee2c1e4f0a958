#!/usr/bin/env bash
# The questions of docs/stories.md over ROR and CORDIS, if these dumps are at hand. 77: they are not.
source "$(dirname "$0")/harness.sh"
source "$(dirname "$0")/story_page.sh"
source "$(dirname "$0")/real_dumps.sh"
load_dumps "${registry[@]}" "${older_projects[@]}"
run snapshot "$store" before
expect_code 0
load_dumps "${newer_projects[@]}"
run snapshot "$store" after
expect_code 0
ask_page 'ROR and CORDIS' "$store"
expect_same "$asked_of_page" 14

finish
