#!/usr/bin/env bash
# 500 visits ended by kill -9 at random moments: what was shown as saved is there, nothing twice, and
# the file is whole. YOTTE_KILLS sets another number.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

kills=${YOTTE_KILLS:-500}
lanes=2 # places side by side, one for each core
{
    echo 'repeat 1000'
    cat "$here/short.yotte"
    echo 'expect label @slip.title.saved'
    # The line with the number, printed the moment it stands on the screen.
    echo 'read @result.code'
    echo 'until label @slip.printed'
    echo 'tap @result.done'
    echo 'tap @done.home'
    echo 'end'
} >"$scratch/visits.yotte"

# One lane: visits until it is killed, again and again on the same data folder.
lane() {
    local place=$1 count=$2 player
    for _ in $(seq "$count"); do
        become_visit "$place" "$scratch/visits.yotte" >>"$place/acknowledged" 2>>"$place/errors" &
        player=$!
        sleep "0.$(shuf -i 15-95 -n 1)"
        kill -9 "$player" 2>/dev/null || true
        wait "$player" 2>/dev/null || true
        rm -rf "$place/slips"
    done
}
for i in $(seq "$lanes"); do
    make_place "$scratch/place$i"
    : >"$scratch/place$i/acknowledged"
    lane "$scratch/place$i" $((kills / lanes)) &
done
wait

for i in $(seq "$lanes"); do
    place="$scratch/place$i"
    grep -oE '[0-9]{3} [0-9]{3} [0-9]{3}' "$place/acknowledged" | sort >"$place/promised"
    check "place $i: after the last kill the queue opens and is whole" bash -c \
        "'$kiosk' queue --data '$place/data' >'$place/listed'"
    grep -oE '^[0-9]{3} [0-9]{3} [0-9]{3}' "$place/listed" | sort >"$place/kept"
    check "place $i: visits were saved before the kills" test -s "$place/promised"
    check "place $i: everything that was shown as saved is there" bash -c \
        "[ -z \"\$(comm -23 '$place/promised' '$place/kept')\" ]"
    check "place $i: nothing is there twice" bash -c "[ -z \"\$(uniq -d '$place/kept')\" ]"
    check "place $i: nothing was set aside as broken" bash -c "! ls '$place/data'/*.broken*"
    echo "# place $i: $((kills / lanes)) kills, $(wc -l <"$place/promised") promised," \
        "$(wc -l <"$place/kept") kept"
done
finish
