#!/usr/bin/env bash
# A stolen box tells nothing: after a visit no name, number, answer or own word is in the data
# folder, in SQLite's journal while the kiosk still runs, or in what the kiosk logged.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

make_place "$scratch/place"
{
    sed -e 's/^shot 14-words.png$/type "かわらのみち"/' \
        -e 's/^shot 16-name.png$/type "すみれこ"/' "$here/visit.yotte"
    echo 'say "played"'
    echo 'until label "this will never be there, so that the kiosk still runs"'
} >"$scratch/visit.yotte"
# play_and_kill SCRIPT: the log is in the data folder, so that one search finds all.
play_and_kill() {
    become_visit "$scratch/place" "$1" >"$scratch/place/data/log.txt" 2>&1 &
    player=$!
    for _ in $(seq 600); do
        grep -q '^played' "$scratch/place/data/log.txt" && break
        kill -0 "$player" 2>/dev/null || break
        sleep 0.1
    done
    check 'the visit was played' grep -q '^played' "$scratch/place/data/log.txt"
    kill -9 "$player" 2>/dev/null || true
    wait "$player" 2>/dev/null || true
}
play_and_kill "$scratch/visit.yotte"

# The words are looked for as they are typed, and the answers by their ids and their texts.
nowhere() {
    ! LC_ALL=C grep -rqaF -- "$1" "$scratch/place/data"
}
check 'there is something to search' test -s "$scratch/place/data/queue.db"
for secret in 'すみれこ' 'かわらのみち' '0000-00-1234' '00001234' 'notalk' 'ほとんどない' \
    'さがしている' '家計の相談'; do
    check "nowhere in data, journal and log: $secret" nowhere "$secret"
done
# Three or four letters stand somewhere in sealed bytes by chance alone, once in a hundred runs:
# they are looked for where nothing is random, in the log.
for secret in 'cash' 'M11'; do
    check "nowhere in the log: $secret" \
        bash -c "! grep -qwF -- '$secret' '$scratch/place/data/log.txt'"
done
check 'the desk has the name, so the search could have found it' bash -c "
    '$desk' scan '$scratch/place/desk' --passphrase-file '$scratch/place/passphrase' \
        '$scratch'/place/slips/*.png >/dev/null &&
    number=\$('$desk' list '$scratch/place/desk' --passphrase-file '$scratch/place/passphrase' \
        --numbers | head -n 1) &&
    '$desk' show '$scratch/place/desk' --passphrase-file '$scratch/place/passphrase' \"\$number\" |
        grep -q すみれこ"

# What was looked for, filtered, marked and wished for is nobody's either, in the middle of a visit
# that ends with the plug. Ids of listings stand in the catalogue, whoever looks at them: for them it
# is the log again.
cat >"$scratch/looked.yotte" <<'END'
expect screen home
tap @home.listings
until label @listing.J05
tap @listing.fact.short-hours
tap @listing.J05
until label @listing.ways
tap @listing.way.ask
tap @listing.condition.half-day
tap @ui.back
tap @listings.search
type "ぬばたまの"
tap @ui.back
expect screen listings
tap @listings.wish
tap @wish.write
type "うみのちかく"
tap @ui.next
tap @wish.put
say "played"
until label "this will never be there, so that the kiosk still runs"
END
play_and_kill "$scratch/looked.yotte"
for secret in 'ぬばたまの' 'うみのちかく'; do
    check "nowhere in data, journal and log: $secret" nowhere "$secret"
done
for secret in 'J05' 'short-hours' 'half-day'; do
    check "nowhere in the log: $secret" \
        bash -c "! grep -qF -- '$secret' '$scratch/place/data/log.txt'"
done
finish
