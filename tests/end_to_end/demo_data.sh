#!/usr/bin/env bash
# The demo data loads, is sound, and answers the demo's questions.
source "$(dirname "$0")/harness.sh"
store=$work/demo.lintas
run generate "$work/world"
expect_code 0
run load "$store" "csv=$work/world"
expect_code 0
run check "$store"
expect_code 0

# The answer of a demo question as CSV.
answer() {
    grep -v '^//' "$root/datasets/demo/$1.cypher" | "$LINTAS" query "$store" - --format csv | tr -d '\r'
}

path=$(answer 1-path)
expect_in "$path" ",Cambodia"
expect_in "$path" ",Finland"
expect_same "$(answer 2-partners | wc -l)" 9
gaps=$(answer 3-gaps)
expect_same "$(echo "$gaps" | wc -l)" 13
expect_in "$gaps" "Volcanic ash and air routes,0.45,0"

# Everything says its source, and what is invented says that.
expect_same "$(query "$store" 'MATCH (n) WHERE n.src IS NULL RETURN count(n)')" 0
expect_same "$(query "$store" 'MATCH ()-[r]->() WHERE r.src IS NULL RETURN count(r)')" 0
expect_same "$(query "$store" 'MATCH (n) WHERE NOT n.synthetic RETURN count(DISTINCT labels(n)[0])')" 5

finish
