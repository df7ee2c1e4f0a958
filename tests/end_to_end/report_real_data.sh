#!/usr/bin/env bash
# The network report from real dumps, if they are at hand. 77: they are not.
source "$(dirname "$0")/harness.sh"
source "$(dirname "$0")/report_checks.sh"
data=${LINTAS_REAL_DATA:-$root/../shared/data}
[[ -d $data/ror && -d $data/cordis ]] || skip "no real data at $data"
store=$work/real.lintas
run load "$store" "ror=$data/ror/ror-all-v2-2026-06-23_schema_v2.zip" "cordis=$data/cordis/h2020-eunets" \
    "cordis=$data/cordis/horizon-hopon" "cordis=$data/cordis/pic_names_derived.csv" --quiet \
    --reject "$work/rejects.csv"
expect_code 0
run report "$store" --out "$work/report" --no-pdf
expect_code 0
# The demo's script asks the queries of every member; here one is enough, as they are the same.
check_report "$store" "$work/report" once
expect_in "$(<"$work/report/report.html")" "Timor-Leste"
finish
