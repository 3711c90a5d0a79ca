#!/usr/bin/env bash
# yotte-desk from outside, as staff use it: from a new desk to the answers of a slip.
# Usage: cli_test.sh YOTTE_DESK MAKE_SLIP SITE
set -u
desk_program=$1 make_slip=$2 site=$3
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
desk=$folder/desk
failures=0

say() { printf '%s\n' "$*"; }
# expect CODE WHAT COMMAND...: runs it and keeps what it said in $folder/out and $folder/err.
expect() {
    local wanted=$1 what=$2 code
    shift 2
    "$@" >"$folder/out" 2>"$folder/err" </dev/null
    code=$?
    check_code "$wanted" "$code" "$what"
}
check_code() {
    if [ "$1" -ne "$2" ]; then
        say "FAIL $3: ended with $2, not $1"
        cat "$folder/out" "$folder/err"
        failures=$((failures + 1))
    fi
}
# has FILE TEXT
has() {
    if ! grep -qF -- "$2" "$folder/$1"; then
        say "FAIL \"$2\" is missing in:"
        cat "$folder/$1"
        failures=$((failures + 1))
    fi
}

printf 'blaue Tasse am Fenster\n' >"$folder/passphrase"
printf 'rote Tasse am Fenster\n' >"$folder/other"
printf 'kurz\n' >"$folder/short"
with=(--passphrase-file "$folder/passphrase")

expect 0 "help" "$desk_program" --help
has out "yotte-desk scan DIR"
expect 0 "version" "$desk_program" --version
expect 2 "no command" "$desk_program"
expect 2 "an unknown command" "$desk_program" gather "$desk"
expect 2 "collect without a stick" "$desk_program" collect "$desk"
expect 2 "an unknown option" "$desk_program" list "$desk" --fast
has err "--help"
expect 2 "no folder" "$desk_program" list
expect 1 "no desk there" "$desk_program" list "$desk" "${with[@]}"
has err "init"
expect 2 "no name" "$desk_program" init "$desk" "${with[@]}"
expect 2 "a short passphrase" "$desk_program" init "$desk" --name A --passphrase-file "$folder/short"
expect 2 "no terminal to ask on" setsid "$desk_program" init "$desk" --name A
expect 0 "init" "$desk_program" init "$desk" --name 'つむぎ市 くらしと仕事の相談センター' \
    --site "$site" "${with[@]}"
[ "$(stat -c %a "$desk/desk.key")" = 600 ] || { say "FAIL desk.key is open"; failures=$((failures + 1)); }
cp "$desk/desk.key" "$folder/key.before"
expect 1 "init twice" "$desk_program" init "$desk" --name B "${with[@]}"
cmp -s "$desk/desk.key" "$folder/key.before" || { say "FAIL the key was replaced"; failures=$((failures + 1)); }

code=$("$make_slip" "$desk/desk.pub" "$folder/kiosk.key" "$folder") || exit 1
number=$(cat "$folder/number.txt")
expect 1 "a kiosk not enrolled" "$desk_program" scan "$desk" "${with[@]}" "$folder/slip.png"
has out "unknown-kiosk $number"
expect 1 "a mistyped enrolment code" "$desk_program" enroll "$desk" "${code/0/1}"
has err "Type the code again"
# shellcheck disable=SC2086 # in groups, as it is typed
expect 0 "enroll" "$desk_program" enroll "$desk" $code
expect 0 "kiosks" "$desk_program" kiosks "$desk"
has out "k1"
expect 3 "another passphrase" "$desk_program" scan "$desk" --passphrase-file "$folder/other" "$folder/slip.png"
has err "passphrase"

expect 0 "a photo" "$desk_program" scan "$desk" "${with[@]}" "$folder/slip.png"
has out "taken $number"
"$desk_program" scan "$desk" "${with[@]}" <"$folder/code.txt" >"$folder/out" 2>"$folder/err"
check_code 0 $? "the scanner"
has out "again $number"
expect 0 "parts in a file" "$desk_program" scan "$desk" "${with[@]}" "$folder/parts.txt"
has out "again $number"
printf '4901234567894\n' >"$folder/milk.txt"
expect 1 "a carton of milk" "$desk_program" scan "$desk" "${with[@]}" "$folder/milk.txt"
has out "foreign -"
expect 1 "a file that is not there" "$desk_program" scan "$desk" "${with[@]}" "$folder/nothing.png"

expect 0 "list" "$desk_program" list "$desk" "${with[@]}"
has out "$number  2026/11/26  きょう中"
has out "自分のこと"
has out "くらしのメモ・予約・参加申し込み・仕事"
expect 0 "numbers" "$desk_program" list "$desk" "${with[@]}" --numbers
[ "$(cat "$folder/out")" = "$number" ] || { say "FAIL --numbers"; failures=$((failures + 1)); }
# shellcheck disable=SC2086 # unquoted, as people type it
expect 0 "show" "$desk_program" show "$desk" $number "${with[@]}" --as '佐藤'
for text in "$number" 駅からの道がわかりません。 たなか 0000-00-9876 予約（確定） \
    '2026年11月27日（金）9:15' 家計の相談 食べものの支援 だれのことで使いますか 自分のこと \
    きょう食べるものがない 17歳まで \
    '事務所のそうじ（ひとりで静かに）［J04］' 見学したい・聞いてみたい 半日だけ \
    'つどい場 しらかば［P02］' '2026年11月23日（月）10:00' '席: 希望'; do
    has out "$text"
done
questions=$(grep -c '→' "$folder/out")
[ "$questions" -eq 20 ] || { say "FAIL $questions answers are shown, not 20"; failures=$((failures + 1)); }
if grep -qE '質問 [0-9]|答え [0-9]|メニュー [0-9]' "$folder/out"; then
    say "FAIL the site's names are missing"
    failures=$((failures + 1))
fi
expect 0 "show as JSON" "$desk_program" show "$desk" "$number" "${with[@]}" --json
has out '"own_words": "駅からの道がわかりません。"'
expect 2 "a number that no slip bears" "$desk_program" show "$desk" "123 456 780" "${with[@]}"
expect 1 "a number that is not here" "$desk_program" show "$desk" "000 000 000" "${with[@]}"
expect 0 "log" "$desk_program" log "$desk"
has out "$number  佐藤"

# Nothing that the resident said can be read in the folder.
for text in たなか 0000-00-9876 駅からの道 blaue; do
    if grep -rqaF "$text" "$desk"; then
        say "FAIL \"$text\" lies in the desk's folder"
        failures=$((failures + 1))
    fi
done

expect 0 "withdraw" "$desk_program" withdraw "$desk" "$number"
expect 1 "it is gone" "$desk_program" show "$desk" "$number" "${with[@]}"
expect 1 "its slip does not bring it back" "$desk_program" scan "$desk" "${with[@]}" "$folder/slip.png"
has out "withdrawn $number"
expect 0 "revoke" "$desk_program" revoke "$desk" k1
expect 1 "revoke what is revoked" "$desk_program" revoke "$desk" k1
expect 0 "kiosks" "$desk_program" kiosks "$desk"
has out "revoked"

# Sheets of other offices go into the site, once the kiosks' own loader has seen them.
cp -r "$site" "$folder/site"
data=$(dirname "$site")/tests/data/import
expect 0 "a trial import" "$desk_program" listings import "$folder/site" "$data/office-jobs.csv" \
    --mapping "$data/office-jobs.mapping.yaml" --dry-run
has out "4 listings taken"
[ ! -e "$folder/site/imports" ] || { say "FAIL a trial left something"; failures=$((failures + 1)); }
expect 0 "an import" "$desk_program" listings import "$folder/site" "$data/office-jobs.csv" \
    --mapping "$data/office-jobs.mapping.yaml" --source office
expect 0 "the sheet is in the site" cmp "$data/office-jobs.csv" \
    "$folder/site/imports/listings/office.csv"
expect 0 "and its mapping" cmp "$data/office-jobs.mapping.yaml" \
    "$folder/site/imports/listings/office.mapping.yaml"
expect 0 "bad rows are left out" "$desk_program" places import "$folder/site" "$data/yaizu-farms-cp932.csv"
has err "line 2 has the same id"
expect 1 "bad rows refuse all" "$desk_program" places import "$folder/site" \
    "$data/yaizu-farms-cp932.csv" --strict --source strict
[ ! -e "$folder/site/imports/places/strict.csv" ] ||
    { say "FAIL a refused sheet is in the site"; failures=$((failures + 1)); }
expect 0 "the same as JSON" "$desk_program" listings import "$folder/site" "$data/job-postings.jsonl" \
    --source office
[ "$(ls "$folder/site/imports/listings")" = office.jsonl ] ||
    { say "FAIL the old sheet stayed"; failures=$((failures + 1)); }
expect 1 "no sheet at all" "$desk_program" listings import "$folder/site" "$data/README.md"
has err "no column is the title"
expect 2 "nothing to import" "$desk_program" listings import "$folder/site"

# A broken store is set aside and told.
printf 'broken' | dd of="$desk/desk.db" conv=notrunc status=none
expect 0 "a broken store" "$desk_program" list "$desk" "${with[@]}"
has err "desk.db.broken"
[ -e "$desk/desk.db.broken" ] || { say "FAIL the broken store is gone"; failures=$((failures + 1)); }
printf 'broken' | dd of="$desk/desk.key" conv=notrunc status=none
expect 4 "a broken key file" "$desk_program" list "$desk" "${with[@]}"

[ "$failures" -eq 0 ] || exit 1
say "yotte-desk: all as it should be"
