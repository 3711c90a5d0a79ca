#!/usr/bin/env bash
# What keeps a kiosk from starting is told in a sentence with a remedy, never by a crash.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

echo 'expect screen home' >"$scratch/home.yotte"
make_place "$scratch/place"

# refused NAME PATTERN OPTIONS...
refused() {
    local name=$1 pattern=$2 code=0
    shift 2
    visit "$scratch/place" "$scratch/home.yotte" "$@" >"$scratch/out" 2>&1 || code=$?
    if [ "$code" = 1 ] && grep -qE -- "$pattern" "$scratch/out" && ! grep -q Sanitizer "$scratch/out"
    then
        ok "$name"
    else
        not_ok "$name"
        sed 's/^/# /' "$scratch/out"
    fi
}

check 'it starts where nothing is wrong' visit "$scratch/place" "$scratch/home.yotte"
refused 'no site' 'load the site: .* -> ' --site "$scratch/nowhere"
cp -r "$site" "$scratch/broken"
printf '\nno-such-key: 1\n' >>"$scratch/broken/site.yaml"
refused 'a broken site' 'site.yaml:[0-9]+:[0-9]+:.*no-such-key' --site "$scratch/broken"
refused 'an unknown kiosk' 'no kiosk "k9".*-> ' --kiosk k9
refused "no desk key" "desk's public key: .*-> Copy desk.pub" --desk-key "$scratch/nowhere"
echo nonsense >"$scratch/desk.pub"
refused 'a desk key that is none' "desk's public key" --desk-key "$scratch/desk.pub"
refused 'another kiosk than the key is for' "this kiosk's key" --kiosk k2
refused 'no message catalogues' 'yotte-ja.mo' --assets "$scratch/nowhere"
refused 'a printer that cannot be' '--printer: .*-> ' --printer carrier-pigeon:home
YOTTE_FONTS_GONE=1 YT_FONT_FOLDER="$scratch/nowhere" refused 'no fonts' 'fonts-[a-z-]+'
finish
