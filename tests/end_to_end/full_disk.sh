#!/usr/bin/env bash
# On a disk that fills up a load fails with a clear message, and the old store stays as it was.
source "$(dirname "$0")/harness.sh"
[[ $(id -u) == 0 ]] || skip "only root can make a small disk"
mkdir "$work/disk"
mount -t tmpfs -o size=3m tmpfs "$work/disk" 2>/dev/null || skip "no disk can be mounted here"
trap 'umount "$work/disk"; clean_up' EXIT

store=$work/disk/network.lintas
make_store "$store"
before=$(sha256sum <"$store")
run generate "$work/world"
expect_code 0
run load "$store" "csv=$work/world" --replace
expect_code 1
expect_in "$err" "the disk is full"
expect_same "$(sha256sum <"$store")" "$before"
run check "$store"
expect_code 0
expect_same "$(ls "$work/disk" | grep -cvE '^network.lintas(-lock)?$')" 0

# The same for the files of the generator.
run generate "$work/disk/world"
expect_code 1
expect_in "$err" "cannot be written"

finish
