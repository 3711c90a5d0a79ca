#!/usr/bin/env bash
# From the screen to the desk and back by USB stick: what a resident handed over is carried, taken
# in once although its slip was scanned too, and freed at the kiosk by the desk's receipt.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

courier="$build/app/courier/yotte-courier"
place="$scratch/place"
stick="$scratch/stick"

make_place "$place"
mkdir "$stick"
echo "somebody's own" >"$stick/notes.txt"

carry() {
    "$courier" "$1" "$stick" --data "$place/data"
}
says() {
    local pattern=$1
    shift
    "$@" >"$scratch/says" 2>&1 || { cat "$scratch/says" && return 1; }
    grep -q -- "$pattern" "$scratch/says" || { cat "$scratch/says" && return 1; }
}
nothing_left() {
    [ "$(ls "$stick")" = notes.txt ] && "$courier" status --data "$place/data" | grep -q '^waiting 0$'
}

check 'a visit' visit "$place" "$here/short.yotte"
check 'the entry goes onto the stick' says '^1 on the stick' carry export
check 'its slip is scanned' says '^taken' at_desk "$place" scan "$place"/slips/*.png
check 'the stick brings the same entry' says '^again' at_desk "$place" collect "$stick"
check 'the desk has one' says '^1$' bash -c \
    "'$desk' list '$place/desk' --numbers --passphrase-file '$place/passphrase' | wc -l"
check 'the receipt frees the kiosk' says '^1 freed' carry receipts
check 'nothing of it is left on the way' nothing_left
finish
