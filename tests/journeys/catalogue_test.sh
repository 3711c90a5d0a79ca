#!/usr/bin/env bash
# Where the listings come from: an import on the box is seen at the next visit without a start, a
# data folder that refuses them takes none from the resident, and a damaged catalogue is built anew.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

make_place "$scratch/place"
data=$scratch/place/data

cat >"$scratch/sheet.csv" <<'END'
id,kind,title,checked
N01,job,ねこの毛づくろい,2026-11-20
END
cat >"$scratch/open.yotte" <<'END'
expect screen home
tap @home.listings
until label @listing.J01
END
cat >"$scratch/many.yotte" <<'END'
tap @home.listings
until label @listing.J01
expect no label "ねこの毛づくろい"
say "looked"
tap @tool.stop
tap @ui.yes
repeat 150
    until screen home
    tap @home.listings
    until label @listing.J01
    tap @tool.stop
    tap @ui.yes
end
until screen home
tap @home.listings
until label "ねこの毛づくろい"
END

check 'the listings of the site are there at the first start' \
    visit "$scratch/place" "$scratch/open.yotte"
check 'a second start finds them built' visit "$scratch/place" "$scratch/open.yotte"

printf 'damaged' | dd of="$data/catalogue.db" bs=1 seek=4096 conv=notrunc status=none
check 'a damaged catalogue is built anew' visit "$scratch/place" "$scratch/open.yotte"
printf 'no database at all' >"$data/catalogue.db"
check 'so is one that is none' visit "$scratch/place" "$scratch/open.yotte"

# A folder where the lock should be: nothing can be built there, whoever asks.
rm -r "$data"/catalogue.db*
mkdir "$data/catalogue.db.lock"
export RUNTIME_DIRECTORY=$scratch/run
mkdir "$RUNTIME_DIRECTORY"
check 'a data folder that refuses takes no listing from the resident' \
    visit "$scratch/place" "$scratch/open.yotte"
check 'nothing was built there' test ! -e "$data/catalogue.db"
check 'and what was built elsewhere is gone afterwards' test -z "$(ls -A "$RUNTIME_DIRECTORY")"
rm -r "$data/catalogue.db.lock"

visit "$scratch/place" "$scratch/many.yotte" >"$scratch/many.txt" 2>&1 &
player=$!
for _ in $(seq 300); do
    grep -q '^looked' "$scratch/many.txt" && break
    sleep 0.1
done
check 'a sheet is taken in while the kiosk runs' "$kiosk" listings import --site "$site" \
    --data "$data" "$scratch/sheet.csv"
check 'and a later visit sees it beside the others' wait "$player"

# A start after an import has nothing to build, also where the import came first.
rm -r "$data"/catalogue.db*
check 'a sheet is taken in before the first start' "$kiosk" listings import --site "$site" \
    --data "$data" "$scratch/sheet.csv"
built=$(stat -c %i:%Y "$data/catalogue.db")
cat >"$scratch/both.yotte" <<'END'
tap @home.listings
until label @listing.J01
expect label "ねこの毛づくろい"
END
check 'a start after it shows both' visit "$scratch/place" "$scratch/both.yotte"
check 'and builds nothing anew' test "$built" = "$(stat -c %i:%Y "$data/catalogue.db")"
finish
