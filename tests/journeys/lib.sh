# shellcheck shell=bash
# For the scripts in this folder: a desk and a kiosk of their own in a scratch folder, visits played
# on the kiosk, and verdicts in TAP. Sourced with the build folder as $1.
set -euo pipefail

build=$(readlink -f "$1")
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
site=$(readlink -f "$here/../../kiosk-config")
kiosk="$build/app/kiosk/yotte-kiosk"
desk="$build/app/desk/yotte-desk"
simulator="$build/tests/handoff/yotte-printer-sim"

export YOTTE_ASSETS="$build/assets"
export SDL_AUDIODRIVER=dummy # a test that rings disturbs people
# Third-party libraries keep a few blocks until the end of the program.
export LSAN_OPTIONS="suppressions=$here/leaks.txt:print_suppressions=0"

scratch=$(mktemp -d)
# What ended by itself meanwhile cannot be ended again, and that is no failure.
trap 'set +e; jobs -p | xargs -r kill 2>/dev/null; wait 2>/dev/null; rm -rf "$scratch"' EXIT

number=0
ok() {
    number=$((number + 1))
    echo "ok $number - $1"
}
not_ok() {
    number=$((number + 1))
    echo "not ok $number - $1"
    failed=1
}
failed=0
# check NAME COMMAND...: one case.
check() {
    local name=$1
    shift
    if "$@" >"$scratch/said" 2>&1; then
        ok "$name"
    else
        not_ok "$name"
        sed 's/^/# /' "$scratch/said" | head -n 40
    fi
}
finish() {
    echo "1..$number"
    exit "$failed"
}

# make_place FOLDER [KIOSK]: a desk and a kiosk that is enrolled there.
make_place() {
    local place=$1 id=${2:-k1} code
    mkdir -p "$place/data"
    echo 'a passphrase for tests' >"$place/passphrase"
    chmod 600 "$place/passphrase"
    "$desk" init "$place/desk" --name 'つむぎ市' --site "$site" \
        --passphrase-file "$place/passphrase" >"$place/init.txt"
    cp "$place/desk/desk.pub" "$place/data/desk.pub"
    code=$("$kiosk" key --data "$place/data" --site "$site" --kiosk "$id")
    "$desk" enroll "$place/desk" "$code" --passphrase-file "$place/passphrase" >"$place/enroll.txt"
}

# visit PLACE SCRIPT [OPTIONS]: plays it on the place's kiosk.
visit() {
    (become_visit "$@")
}
# The same in place of this shell; with `&` behind it, $! is the kiosk itself.
become_visit() {
    local place=$1 script=$2
    shift 2
    exec "$kiosk" --site "$site" --data "$place/data" --kiosk k1 --offscreen 1080x1920 \
        --printer "png:$place/slips" --shots "$place/shots" --now 2026-11-24T10:00 \
        --script "$script" "$@"
}

at_desk() {
    local place=$1 command=$2
    shift 2
    "$desk" "$command" "$place/desk" --passphrase-file "$place/passphrase" "$@"
}
