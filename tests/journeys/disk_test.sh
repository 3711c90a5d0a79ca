#!/usr/bin/env bash
# The disk refuses, is slow, is full, lies in pieces: the screen goes on, nothing is claimed that
# is not so, and the slip carries what the disk could not keep.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

fault="$build/tests/faults/libslow_disk.so"
# With a preloaded library the sanitizer is not the first one loaded, which it otherwise refuses.
with_fault() {
    ASAN_OPTIONS="${ASAN_OPTIONS:-}:verify_asan_link_order=0" LD_PRELOAD="$fault" "$@"
}

{
    sed '/^tap @review.hand$/,$d' "$here/short.yotte"
    cat <<'END'
frame-times before.tsv
touch @review.hand
expect screen saving
wait 2s
expect screen saving
frame-times saving.tsv
until screen slip
expect label @slip.title.saved
END
} >"$scratch/slow.yotte"
make_place "$scratch/slow"
YT_DISK=sync_ms=1500 YT_DISK_UNDER="$scratch/slow/data" check 'a slow disk: "saving" stays on the screen' \
    with_fault visit "$scratch/slow" "$scratch/slow.yotte"
spinner_turned() {
    [ "$(grep -c '^saving' "$scratch/slow/shots/saving.tsv")" -ge 4 ] # without motion it steps twice a second
}
check 'and its spinner keeps turning' spinner_turned

cat "$here/short.yotte" - >"$scratch/refused.yotte" <<'END'
expect label @slip.title.not.saved
until label @slip.printed
shot refused.png
expect fits
END
refused() {
    local name=$1 what=$2
    make_place "$scratch/$name"
    YT_DISK="fail=$name" YT_DISK_UNDER="$scratch/$name/data" \
        check "$what: the resident is told" \
        with_fault visit "$scratch/$name" "$scratch/refused.yotte"
    check "$what: the slip carries the entry to the desk" bash -c \
        "'$desk' scan '$scratch/$name/desk' --passphrase-file '$scratch/$name/passphrase' \
         '$scratch/$name'/slips/*.png | grep -q '^taken'"
}
refused enospc 'a full disk'
refused eio 'a disk that fails'
refused erofs 'a read-only folder'

# Whoever clears the folder away while the kiosk runs must not make it promise what is lost: SQLite
# would go on writing to a file without a name.
make_place "$scratch/gone"
{
    echo 'repeat 40'
    cat "$here/short.yotte"
    printf '%s\n' 'read @result.code' 'tap @result.done' 'tap @done.home' 'end'
    cat "$here/short.yotte"
    echo 'expect label @slip.title.not.saved'
} >"$scratch/gone.yotte"
visit "$scratch/gone" "$scratch/gone.yotte" >"$scratch/gone/said" 2>&1 &
player=$!
for _ in $(seq 100); do
    [ -s "$scratch/gone/said" ] && break
    sleep 0.05
done
rm -rf "$scratch/gone/data"
check 'the data folder is cleared away: nobody is told that it was saved' wait "$player"

make_place "$scratch/torn"
check 'a first visit' visit "$scratch/torn" "$here/short.yotte"
head -c 9000 /dev/urandom | dd of="$scratch/torn/data/queue.db" bs=1 seek=2048 conv=notrunc status=none
rm -f "$scratch/torn/data/queue.db-wal"
check 'a damaged queue: the next visit is saved all the same' \
    visit "$scratch/torn" "$here/short.yotte"
check 'and the damaged file was set aside, not deleted' test -s "$scratch/torn/data/queue.db.broken"
finish
