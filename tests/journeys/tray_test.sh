#!/usr/bin/env bash
# What was marked, asked and joined goes to the desk and onto the paper; what was only marked, or was
# wanted on paper, does not leave the kiosk.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

make_place "$scratch/place"

# played LANGUAGE PANEL: a visit in that language, its slip below slips/LANGUAGE.
played() {
    local language=$1 panel=$2
    {
        [ "$language" = ja ] || echo "tap @language.$language"
        cat "$here/tray.yotte"
    } >"$scratch/$language.yotte"
    rm -f "$scratch/place/data/queue.db"*
    visit "$scratch/place" "$scratch/$language.yotte" --offscreen "$panel" --now 2026-11-21T10:00 \
        --printer "png:$scratch/slips/$language" --shots "$scratch/shots/$language"
}
read_back() {
    local slip=$scratch/slips/$1/slip-0001.png
    zbarimg --quiet --raw -Sdisable -Sqrcode.enable "$slip" >"$scratch/$1.txt"
    [ "$(wc -l <"$scratch/$1.txt")" -eq 1 ] || return 1 # one symbol
    at_desk "$scratch/place" scan <"$scratch/$1.txt" >"$scratch/scan.txt"
    grep -q '^taken' "$scratch/scan.txt"
    at_desk "$scratch/place" show "$(cut -d' ' -f2-4 "$scratch/scan.txt")" >"$scratch/$1.entry"
}

while read -r language panel; do
    check "$language, $panel: from the listing to the slip" played "$language" "$panel"
    check "$language: one symbol on the slip, and the desk takes it in" read_back "$language"
done <<'END'
ja 1080x1920
ja-easy 1920x1080
vi 1024x600
END

while read -r line; do
    check "the desk shows: $line" grep -qF -- "$line" "$scratch/ja.entry"
done <<'END'
参加申し込み・仕事
事務所のそうじ（ひとりで静かに）［J04］
会社・お店: みなも清掃
したいこと: 見学したい・聞いてみたい
先方に聞いてほしいこと: 半日だけ
しごと講座［P09］
日時: 2026年11月26日（木）14:00
END
check 'in every language the desk reads the same titles' \
    grep -qF '事務所のそうじ（ひとりで静かに）［J04］' "$scratch/vi.entry"
for unsaid in J09 牧場 J01 品出し; do
    check "the desk does not learn of $unsaid" bash -c "! grep -qF '$unsaid' '$scratch'/*.entry"
done
finish
