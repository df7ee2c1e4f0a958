#!/usr/bin/env bash
# The network report from real dumps, if they are at hand. 77: they are not.
source "$(dirname "$0")/harness.sh"
source "$(dirname "$0")/report_checks.sh"
source "$(dirname "$0")/real_dumps.sh"
load_dumps "${registry[@]}" "${older_projects[@]}" "${newer_projects[@]}"
run report "$store" --out "$work/report" --no-pdf
expect_code 0
# The demo's script asks the queries of every member; here one is enough, as they are the same.
check_report "$store" "$work/report" once
expect_in "$(<"$work/report/report.html")" "Timor-Leste"

# Each of the eleven members has its profile. CORDIS has organisations without a name: the report says
# so, with their ids, and never prints the bare id as if it were a name.
expect_same "$(grep -c 'class="member" id="profile-' "$work/report/report.html")" 11
expect_in "$(<"$work/report/report.md")" " (name not in the source)"
! grep -E '(^|,)[0-9]{9},' "$work"/report/tables/{brokers,fragility,introductions,matches,profile-*}.csv ||
    fault "an id stands where a name should"

# What the store has no label or type for is no notice of the report.
expect_same "$err" ""
! grep -rl "The graph does not know" "$work/report" || fault "notices of queries stand in the report"
finish
