#!/usr/bin/env bash
# Bytes of a store that were changed are found by check, and never give a wrong answer.
source "$(dirname "$0")/harness.sh"
store=$work/network.lintas
make_store "$store"

# flip OFFSET: inverts one byte of a copy.
flip() {
    cp "$store" "$work/flipped.lintas"
    local byte
    byte=$(od -An -tu1 -j "$1" -N 1 "$store" | tr -d ' ')
    printf "$(printf '\\x%02x' $((byte ^ 255)))" |
        dd of="$work/flipped.lintas" bs=1 seek="$1" conv=notrunc status=none
}

# In the middle of data that is surely used: a name.
offset=$(grep -abo 'Dahlia Institute' "$store" | head -n 1 | cut -d: -f1)
flip "$offset"
run check "$work/flipped.lintas"
expect_code 1
expect_in "$out" "damage"
run query "$work/flipped.lintas" 'MATCH (i:Institution) RETURN i.name'
expect_code 1

# Anywhere: check finds it, or the answer is still right.
right=$(query "$store" 'MATCH (i)-[r]->(o) RETURN i, r, o, id(i) ORDER BY id(r)')
size=$(stat -c %s "$store")
seed=$RANDOM
echo "seed $seed"
RANDOM=$seed
for _ in $(seq 40); do
    at=$(((RANDOM * 32768 + RANDOM) % size))
    flip $at
    run check "$work/flipped.lintas"
    [[ $code -le 1 ]] || fault "check ended with $code for a flipped byte at $at"
    found=$code
    answer=$(query "$work/flipped.lintas" 'MATCH (i)-[r]->(o) RETURN i, r, o, id(i) ORDER BY id(r)')
    [[ $found == 1 || $answer == "$right" ]] || fault "a flipped byte at $at gives a wrong answer"
    [[ -z $answer || $answer == "$right" ]] || fault "a flipped byte at $at changes the answer"
done

# A store that is cut short, one that is something else, and an empty file.
head -c $((size / 2)) "$store" >"$work/short.lintas"
head -c "$size" /dev/urandom >"$work/noise.lintas"
: >"$work/empty.lintas"
for broken in short noise empty; do
    run check "$work/$broken.lintas"
    expect_code 1
    run query "$work/$broken.lintas" 'MATCH (n) RETURN count(n)'
    expect_code 1
    [[ -n $err ]] || fault "no message for the store that is $broken"
done

finish
