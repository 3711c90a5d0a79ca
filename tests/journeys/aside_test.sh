#!/usr/bin/env bash
# What a resident may need at any moment of a visit, on a large and on a small panel.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

make_place "$scratch/place"
for size in 1080x1920 1024x600 800x480; do
    check "asides at $size" visit "$scratch/place" "$here/aside.yotte" --offscreen "$size"
done
silent() {
    SDL_AUDIODRIVER=none visit "$scratch/place" "$scratch/silent.yotte"
}
cat >"$scratch/silent.yotte" <<'END'
tap @ui.staff
expect screen staff
expect label @ui.staff.none
expect no label @staff.calling
END
check 'without a sound device the screen does not claim to ring' silent
finish
