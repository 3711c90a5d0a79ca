#!/usr/bin/env bash
# Two weeks of programmes by touch, at every size of screen and of text. The code for a calendar is
# read from the picture as a telephone would, and the last place of a programme is given once.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

make_place "$scratch/place"
for language in ja ja-easy vi en; do
    {
        echo "tap @language.$language"
        cat "$here/programmes.yotte"
    } >"$scratch/$language.yotte"
done

play() {
    local size=$1 language=$2 percent=$3
    rm -rf "$scratch/place/data"/queue.db* "$scratch/place/slips"
    visit "$scratch/place" "$scratch/$language.yotte" --offscreen "$size" --text "$percent" \
        --shots "${YOTTE_SHOTS:-$scratch/shots}/$size-$language-$percent"
}
for size in 1080x1920 1920x1080 1024x600 800x480; do
    for language in ja ja-easy vi en; do
        for percent in 100 200; do
            check "$language at $size, text $percent %" play "$size" "$language" "$percent"
        done
    done
done

# The 2nd of December, 10:30 to 11:30 in Japan.
calendar_reads() {
    local picture="${YOTTE_SHOTS:-$scratch/shots}/$1/05-code.png" event="$scratch/event.ics"
    zbarimg --quiet --raw --oneshot -Sbinary -Sdisable -Sqrcode.enable "$picture" 2>/dev/null \
        >"$event"
    [ "$(head -n 1 "$event")" = $'BEGIN:VCALENDAR\r' ] &&
        grep -qx $'UID:P08-20261202@0000-00-0001\r' "$event" &&
        grep -qx $'DTSTART:20261202T013000Z\r' "$event" &&
        grep -qx $'DTEND:20261202T023000Z\r' "$event" &&
        grep -qx $'SUMMARY:'"$2"$'\r' "$event" &&
        [ "$(tail -n 1 "$event")" = $'END:VCALENDAR\r' ]
}
for size in 1080x1920 1920x1080 1024x600 800x480; do
    check "the calendar's code is read at $size" calendar_reads "$size-ja-100" \
        'おしゃべりの会・さんぽの会'
done
check "the calendar's code is read in English" calendar_reads 1080x1920-en-100 \
    'Talk circle and walk'
finish
