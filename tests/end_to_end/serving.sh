#!/usr/bin/env bash
# The service as clients see it: discovery, queries in both encodings, errors, and a clean end.
source "$(dirname "$0")/harness.sh"
store=$work/network.lintas
make_store "$store"

serve "$store"
base=http://127.0.0.1:$port

expect_same "$(curl --silent "$base/livez")" ok
expect_in "$(curl --silent "$base/readyz")" '"status":"ready"'
expect_in "$(curl --silent "$base/")" "\"query\":\"$base/db/{databaseName}/query/v2\""
expect_in "$(ask '{"statement": "MATCH (c:Country {iso2: $c}) RETURN c.name AS name", "parameters": {"c": "KH"}}')" \
    '{"data":{"fields":["name"],"values":[["Cambodia"]]},"queryType":"r","bookmarks":["lintas:'
expect_in "$(ask '{"statement": "MATCH (n:Challenge {id: \"haze\"}) RETURN n"}')" \
    '"labels":["Challenge"],"properties":{"id":"haze","priority":0.5,"title":"Haze from peat fires"}'
expect_in "$(ask '{"statement": "MATCH (n) RETRN n"}')" '"code":"Neo.ClientError.Statement.SyntaxError"'
expect_in "$(ask '{"statement": "EXPLAIN MATCH (n:Country) RETURN n.name"}')" '"queryPlan":{"operatorType":'
expect_in "$(ask '{"statement": "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(*)", "maxExecutionTime": 1}')" \
    '"code":"Neo.ClientError.Transaction.TransactionTimedOut"'
typed=$(curl --silent "$base/db/neo4j/query/v2" --header 'Content-Type: application/vnd.neo4j.query' \
    --header 'Accept: application/vnd.neo4j.query' \
    --data '{"statement": "RETURN $n AS n", "parameters": {"n": {"$type": "Integer", "_value": "7"}}}')
expect_in "$typed" '"values":[[{"$type":"Integer","_value":"7"}]]'
expect_same "$(ask '{"statement": "UNWIND range(1, 50000) AS n RETURN n"}' | tr ',' '\n' | grep -c '^\[[0-9]*\]')" 49999

# A port that is taken, an address that others can reach, and one that is none.
run serve "$store" --listen "127.0.0.1:$port"
expect_code 2
expect_in "$err" "somebody listens there already"
run serve "$store" --listen 0.0.0.0:0
expect_code 2
expect_in "$err" "--insecure"
run serve "$store" --listen nonsense
expect_code 2
expect_in "$err" "is not of the form HOST:PORT"
run serve "$work/nothing.lintas"
expect_code 1

kill -TERM "$server"
wait "$server"
expect_same $? 0

finish
