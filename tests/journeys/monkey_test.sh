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

# The same over listings, programmes and places, while imports put one catalogue after another in
# their place, take one away and damage one.
data="$scratch/place/data"
sheet() { echo 'id,title,checked' && seq "$2" | sed "s/.*/X&,$1 &,2026-11-20/"; }
sheet work 300 >"$scratch/many.csv"
sheet other 40 >"$scratch/few.csv"
printf 'id,name,weekdays,from,to\nQ1,walk,月火水木金土日,10:00,11:00\n' >"$scratch/walk.csv"
printf 'id,name\nL2,hall\n' >"$scratch/hall.csv"
take_in() {
    "$kiosk" "$1" import --site "$site" --data "$data" --source "$1" "$scratch/$2.csv" >"$scratch/import.txt" 2>&1
}
exchange() {
    local turn=0
    while kill -0 "$1" 2>/dev/null; do
        take_in listings few && take_in programmes walk && take_in places hall && take_in listings many
        "$kiosk" listings remove programmes --site "$site" --data "$data" >"$scratch/import.txt" 2>&1
        turn=$((turn + 1))
        case $((turn % 3)) in
        1) rm -f "$data/catalogue.db" ;;
        2) dd if=/dev/urandom of="$data/catalogue.db" bs=1k seek=8 count=20 conv=notrunc status=none ;;
        esac
    done
    return 0
}
for seed in 5 6; do
    for round in 1 2 3; do
        for half in @home.listings @home.programmes; do
            printf 'until screen home\ntap %s\nmonkey 120 %s\nwait 10m\nexpect screen home\n' \
                "$half" "$seed$round"
        done
    done >"$scratch/exchanged.yotte"
    visit "$scratch/place" "$scratch/exchanged.yotte" >"$scratch/exchanged.txt" 2>&1 &
    player=$!
    exchange "$player"
    check "monkey $seed while the listings are exchanged" wait "$player"
done

check 'the queue can be listed' "$kiosk" queue --data "$scratch/place/data"
finish
