#!/usr/bin/env bash
# Somebody narrows the listings down to three, opens one, asks for half a day and to look first,
# joins Monday's place and hands both over. In three languages, upright and lying, with usual and
# large letters; nothing is cut off, and each time the desk shows listing, conditions and programme.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

make_place "$scratch/place"
for language in ja ja-easy vi; do
    {
        echo "tap @language.$language"
        cat "$here/listings.yotte"
    } >"$scratch/$language.yotte"
done

# The code as a scanner at the desk reads it from the slip.
takes_in() {
    local slip
    slip=$(find "$scratch/place/slips" -name '*.png' | sort | tail -n 1)
    test -s "$slip" && at_desk "$scratch/place" scan "$slip" >"$scratch/scan.txt" &&
        grep -q '^taken' "$scratch/scan.txt"
}
desk_shows() {
    local number line
    number=$(at_desk "$scratch/place" list --numbers | head -n 1)
    at_desk "$scratch/place" show "$number" >"$scratch/entry.txt"
    while read -r line; do
        grep -qF -- "$line" "$scratch/entry.txt" || {
            echo "the desk does not show: $line"
            cat "$scratch/entry.txt"
            return 1
        }
    done
}

for size in 1080x1920 1920x1080; do
    for language in ja ja-easy vi; do
        for percent in 100 200; do
            what="$language at $size, text $percent %"
            rm -rf "$scratch/place/data"/queue.db* "$scratch/place/slips"
            check "$what" \
                visit "$scratch/place" "$scratch/$language.yotte" --offscreen "$size" \
                --text "$percent" --shots "${YOTTE_SHOTS:-$scratch/shots}/$size-$language-$percent"
            check "$what: the desk takes it in" takes_in
            check "$what: the desk shows listing, conditions and programme" desk_shows <<'END'
倉庫のシールはり・箱づめ［J05］
見学したい・聞いてみたい
先方に聞いてほしいこと: 半日だけ
しらかば 教室［P03］
2026年11月30日（月）13:00
END
        done
    done
done
finish
