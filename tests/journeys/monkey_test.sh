#!/usr/bin/env bash
# Random touches and drags: the kiosk neither crashes nor hangs, always finds home again, and what
# it printed and queued is whole.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

make_place "$scratch/place"
for seed in 1 2 3 4; do
    for size in 1080x1920 800x480; do
        printf 'expect screen home\nmonkey 400 %s\nwait 10m\nexpect screen home\nexpect fits\n' \
            "$seed" >"$scratch/monkey.yotte"
        check "monkey $seed at $size" visit "$scratch/place" "$scratch/monkey.yotte" \
            --offscreen "$size"
    done
done
check 'the queue can be listed' "$kiosk" queue --data "$scratch/place/data"
finish
