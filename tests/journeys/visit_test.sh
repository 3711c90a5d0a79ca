#!/usr/bin/env bash
# A whole visit by touch in five languages, at every size of screen and of text; at each screen
# nothing is cut off and nothing overlaps. In the end the entry waits in the queue.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

make_place "$scratch/place"
for language in ja ja-easy en ne es; do
    {
        echo "tap @language.$language"
        cat "$here/visit.yotte"
    } >"$scratch/$language.yotte"
done

for size in 1080x1920 1920x1080 1024x600 800x480; do
    for language in ja ja-easy en ne es; do
        for percent in 100 200; do
            rm -rf "$scratch/place/data"/queue.db* "$scratch/place/slips"
            check "$language at $size, text $percent %" \
                visit "$scratch/place" "$scratch/$language.yotte" --offscreen "$size" \
                --text "$percent" --shots "${YOTTE_SHOTS:-$scratch/shots}/$size-$language-$percent"
        done
    done
done
finish
