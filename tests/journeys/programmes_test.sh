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

# A programme with one place, which this kiosk gives: the first visit has it, the second waits.
cp -r "$site" "$scratch/site"
sed -i '/id: P08/,/room_for:/s/room_for: .*/room_for: 1/' "$scratch/site/programmes.yaml"
site=$scratch/site
make_place "$scratch/one"
hand_over() {
    cat <<'END'
tap @programme.to.tray
tap @tray.next
expect screen own-words
tap @ui.next
tap @consent.anon
tap @ui.next
tap @review.hand
until label @slip.printed
read @result.code
tap @result.done
END
}
{
    printf '%s\n' 'tap @home.programmes' 'tap @programme.P08' 'tap @programme.join' \
        'expect label @programme.marked.firm'
    hand_over
} >"$scratch/first.yotte"
{
    printf '%s\n' 'tap @home.programmes' 'tap @programme.P08' 'expect label @programme.full' \
        'expect no label @programme.join' 'tap @programme.wait' \
        'expect label @programme.marked.waiting' 'shot full.png' 'expect fits'
    hand_over
} >"$scratch/second.yotte"
check "the last place is given" visit "$scratch/one" "$scratch/first.yotte"
check "whoever comes next can wait" visit "$scratch/one" "$scratch/second.yotte"
finish
