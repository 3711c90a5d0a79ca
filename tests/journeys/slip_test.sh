#!/usr/bin/env bash
# The slip of a visit comes out of a printer that shares no code with the sender, is blurred, soiled
# and laid askew, is read by two QR readers that have nothing in common, and the desk then shows
# everything that was handed over.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

make_place "$scratch/place"
mkdir "$scratch/paper"
"$simulator" --tcp 0 --out "$scratch/paper" >"$scratch/port" &
for _ in $(seq 100); do
    [ -s "$scratch/port" ] && break
    sleep 0.05
done
port=$(head -n 1 "$scratch/port")

check 'the visit is played and its slip printed' \
    visit "$scratch/place" "$here/visit.yotte" --printer "escpos-tcp:127.0.0.1:$port"
slip=$(find "$scratch/paper" -name '*.png' | sort | head -n 1)
check 'the printer drew a slip' test -s "$slip"

# 2 % of all dots turned, two thirds of a dot of blur, 3 degrees askew, as a phone sees it.
convert "$slip" -colorspace gray -seed 7 -attenuate 0.4 +noise Impulse \
    -bordercolor white -border 40 -scale 300% -blur 0x2 -background white -rotate 3 \
    "$scratch/worn.png"

reads_with_zbar() {
    zbarimg --quiet --raw -Sdisable -Sqrcode.enable "$scratch/worn.png" >"$scratch/zbar.txt"
    test -s "$scratch/zbar.txt"
}
reads_with_zxing() {
    ZXingReader -format QRCode "$scratch/worn.png" >"$scratch/zxing.full"
    sed -n 's/^Text: *//p' "$scratch/zxing.full" | tr -d '"' >"$scratch/zxing.txt"
    grep -q '^[0-9]*$' "$scratch/zxing.txt" && test -s "$scratch/zxing.txt"
}
check 'zbar reads the worn slip' reads_with_zbar
check 'ZXing reads the worn slip' reads_with_zxing
check 'both read the same' cmp "$scratch/zbar.txt" "$scratch/zxing.txt"

takes_in() {
    at_desk "$scratch/place" scan <"$scratch/zbar.txt" >"$scratch/scan.txt"
    grep -q '^taken' "$scratch/scan.txt"
}
check 'the desk takes it in from the scanner' takes_in
check 'the same slip once more changes nothing' \
    bash -c "'$desk' scan '$scratch/place/desk' --passphrase-file '$scratch/place/passphrase' \
             '$scratch/worn.png' | grep -q '^again'"

slip_number=$(at_desk "$scratch/place" list --numbers | head -n 1)
at_desk "$scratch/place" show "$slip_number" >"$scratch/entry.txt"
while read -r line; do
    check "the desk shows: $line" grep -qF -- "$line" "$scratch/entry.txt"
done <<'END'
受付番号
きょう中
自分のこと
40〜64歳
手もとのお金が、ほとんどない
よくねむれない
最近、収入がへった・なくなった
家賃・住宅ローン ／ あけていない手紙・催促の手紙がある
家賃をはらうのがむずかしい
さがしている
半年まで
短い時間・週1日からの仕事
話せる人が、ほとんどいない
とくにない・家族はいない
いっしょに行ってほしい
ゆっくり、くりかえし話してほしい
家計の相談（印をつけた・予約したい）
仕事の紹介（印をつけた・話を聞きたい）
2026年11月24日（火）14:45
0000-00-1234
とばした
END
finish
