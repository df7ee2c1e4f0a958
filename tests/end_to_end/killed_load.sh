#!/usr/bin/env bash
# A load that is killed at a random moment leaves the old store as it was, twenty times, and the next
# load works.
source "$(dirname "$0")/harness.sh"
store=$work/network.lintas
make_store "$store"
before=$(sha256sum <"$store")
run generate "$work/world"
expect_code 0

# How long a whole load takes decides when it may be killed.
begin=$(date +%s%N)
run load "$work/other.lintas" "csv=$work/world" --quiet
expect_code 0
whole=$((($(date +%s%N) - begin) / 1000000))
seed=$RANDOM
echo "seed $seed, a whole load takes $whole ms"
RANDOM=$seed

killed=0
for round in $(seq 20); do
    "$LINTAS" load "$store" "csv=$work/world" --replace --quiet 2>"$work/err" &
    load=$!
    # A wait that ends early: read has no input that would end it.
    read -r -t "$(printf '%d.%03d' $((RANDOM % whole / 1000)) $((RANDOM % whole % 1000)))" _ <> <(:)
    kill -9 "$load" 2>/dev/null && killed=$((killed + 1))
    wait "$load" 2>/dev/null
    run check "$store"
    expect_code 0
    now=$(sha256sum <"$store")
    if [[ $now != "$before" ]]; then
        # The load was done before it could be killed: the new store is whole.
        expect_same "$(query "$store" 'MATCH (c:Country) RETURN count(c)')" 47
        rm -f "$store" "$store-lock"
        make_store "$store"
        before=$(sha256sum <"$store")
    else
        expect_same "$(query "$store" 'MATCH (n) RETURN count(n)')" 16
    fi
done
echo "$killed of 20 loads were killed"

# A load that is asked to end leaves nothing behind, or was done before. What the last one that was
# killed left must not be taken for its file: it would be asked before it can hear.
for round in $(seq 5); do
    rm -f "$store.loading"
    "$LINTAS" load "$store" "csv=$work/world" --replace --quiet 2>"$work/err" &
    load=$!
    until [[ -e $store.loading ]] || ! kill -0 "$load" 2>/dev/null; do :; done
    read -r -t "$(printf '0.%03d' $((RANDOM % whole / 2 % 1000)))" _ <> <(:)
    kill -TERM "$load" 2>/dev/null
    wait "$load" 2>/dev/null
    code=$?
    [[ ! -e $store.loading ]] || fault "an interrupted load leaves its file behind"
    now=$(sha256sum <"$store")
    if [[ $code == 143 ]]; then
        expect_same "$now" "$before"
        expect_in "$(<"$work/err")" "The load was interrupted; the store is as it was"
    else
        expect_same "$code" 0
    fi
    before=$now
    run check "$store"
    expect_code 0
done
run load "$store" "csv=$work/world" --replace --quiet
expect_code 0
expect_same "$(query "$store" 'MATCH (c:Country) RETURN count(c)')" 47
expect_same "$(ls "$work" | grep -c '^network.lintas')" 2

finish
