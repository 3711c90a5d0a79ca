# shellcheck shell=bash
# The steps of tests/bench/run. Sourced by it, with $build, $work and $memory set; it ends $x_server.
# shellcheck disable=SC2154,SC2034 # those

# A desk and a kiosk of our own; the array `kiosk` is the command that opens it on the screen.
make_place() {
    local desk="$build/app/desk/yotte-desk" program="$build/app/kiosk/yotte-kiosk"
    mkdir -p "$work/data"
    echo 'a passphrase for measuring' >"$work/passphrase"
    chmod 600 "$work/passphrase"
    "$desk" init "$work/desk" --name 'つむぎ市' --site kiosk-config \
        --passphrase-file "$work/passphrase" >"$work/log"
    cp "$work/desk/desk.pub" "$work/data/desk.pub"
    # A panel of 24 inches.
    kiosk=("$program" --site kiosk-config --data "$work/data" --kiosk k1
        --printer "png:$work/slips" --panel-mm 531x299)
}

# A screen in memory. It paints no pointer: a pointer is not the program's.
start_screen() {
    local number
    mkfifo "$work/display"
    Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp -nocursor -noreset -br \
        -fbdir "$memory" 3>"$work/display" 2>"$work/xvfb.log" &
    x_server=$!
    read -r number <"$work/display"
    export DISPLAY=":$number"
    unset WAYLAND_DISPLAY
}

# play SCRIPT [OPTIONS]: off-screen, as large as the screen.
play() {
    "${kiosk[@]}" --offscreen 1920x1080 --shots "$work" --now 2026-11-24T10:00 --script "$@"
}

# A message of the catalogues in Japanese.
message() {
    LC_ALL=C.UTF-8 LANGUAGE='' TEXTDOMAINDIR=$build/assets/messages gettext yotte-ja "$1"
}

# rect_of TREE LABEL: "x y width height" of the widget with this label that can be touched.
rect_of() {
    awk -F'\t' -v label="$2" '$7 == 1 && $8 == label { print $3, $4, $5, $6; exit }' "$work/$1"
}

# Where to tap: told by the kiosk itself.
plan_of_yotte() {
    printf '%s\n' 'tree home.tree' 'tap @ui.title' 'tree next.tree' >"$work/plan.yotte"
    play "$work/plan.yotte"
    echo "tap $(rect_of home.tree "$(message home.menu)")"
    echo "next $(rect_of home.tree "$(message ui.title)")"
    echo "back $(rect_of next.tree "$(message ui.back)")"
}

# A site like the sample one, but whose listings all come from the made sheets $work/COUNT.csv: which
# filter changes what is in sight is then known. The array `kiosk_of_list` opens it, but for --data.
make_listing_places() {
    local count
    cp -r kiosk-config "$work/site"
    echo 'listings: []' >"$work/site/listings.yaml"
    kiosk_of_list=("$build/app/kiosk/yotte-kiosk" --site "$work/site" --kiosk k1
        --printer "png:$work/slips" --panel-mm 531x299)
    for count in 10000 100000; do
        "$tools/make_listings" "$count" 1 "$(date +%F)" >"$work/$count.csv"
        mkdir "$work/data$count"
        cp "$work/desk/desk.pub" "$work/data$count/desk.pub"
        # Else the first start would add what the site has itself, to all that was imported.
        echo 'wait 1s' >"$work/wait.yotte"
        "${kiosk_of_list[@]}" --data "$work/data$count" --offscreen 1920x1080 \
            --script "$work/wait.yotte" >&2
        import_listings "$count"
    done
}

# import_listings COUNT: seconds and most memory it takes, as samples.
import_listings() {
    local start peak=0 now pid
    start=$(date +%s.%N)
    "$build/app/kiosk/yotte-kiosk" listings import --site "$work/site" --data "$work/data$1" \
        "$work/$1.csv" >>"$work/log" 2>&1 &
    pid=$!
    while now=$(awk '/^VmHWM/ { print $2 / 1024 }' "/proc/$pid/status" 2>/dev/null) &&
        [ -n "$now" ]; do
        peak=$now
        sleep 0.05
    done
    wait "$pid"
    printf 'import\t%s\nimport-peak\t%s\n' "$(echo "$start $(date +%s.%N)" |
        awk '{ print $2 - $1 }')" "$peak" | at "$1"
}

# The samples as those of "what@COUNT".
at() {
    awk -F'\t' -v OFS='\t' -v at="@$1" '{ $1 = $1 at; print }'
}

# What bench_screen has to know of a kiosk's list: told by the kiosk itself.
plan_of_list() {
    printf '%s\n' 'until label @home.listings' 'tree home.tree' 'tap @home.listings' \
        'until label @listing.fact.short-hours' 'tree list.tree' >"$work/list.yotte"
    "${kiosk_of_list[@]}" --data "$work/data10000" --offscreen 1920x1080 --shots "$work" \
        --now "$(date +%F)T10:00" --script "$work/list.yotte" >&2
    cat "$work/yotte.plan"
    echo "open $(rect_of home.tree "$(message home.listings)")"
    echo "chip $(rect_of list.tree "$(message listing.fact.short-hours)")"
    # From the first card down to the bar.
    awk -F'\t' '$1 == "bar" { bar = $4 } $1 == "button" && $6 > 100 && !y { x = $3; y = $4 }
        END { print "rows", x, y, 1600, bar - y }' "$work/list.tree"
}

# watch PROGRAM PLAN "MEASURE COUNT" COMMAND...: samples of that program.
watch() {
    local program=$1 plan=$2 what=$3
    shift 3
    # shellcheck disable=SC2086 # words are meant
    "$tools/bench_screen" "$memory/Xvfb_screen0" "$plan" $what -- "$@" | sed "s/^/$program\t/"
}

# The same while listings are imported into the data of the kiosk that is watched.
watch_while_importing() {
    local pid what
    : >"$work/importing"
    (while [ -e "$work/importing" ]; do import_listings 100000 >"$work/meanwhile"; done) &
    pid=$!
    for what in "$@"; do
        watch yotte "$work/list.plan" "$what" "${kiosk_of_list[@]}" --data "$work/data100000" |
            awk -F'\t' -v OFS='\t' '{ $2 = $2 "@import"; print }'
    done
    rm "$work/importing"
    wait "$pid"
}

# How many cores others use, in hundredths, over half a second.
load_of_others() {
    local before after
    before=$(awk '/^cpu / { print $2 + $3 + $4 + $7 + $8 + $9 }' /proc/stat)
    sleep 0.5
    after=$(awk '/^cpu / { print $2 + $3 + $4 + $7 + $8 + $9 }' /proc/stat)
    echo $(((after - before) * 200 / $(getconf CLK_TCK)))
}

# Waits until nobody else works on this machine, a minute at most: what is measured beside a
# compiler means little. Keeps count of where it did not get quiet.
disturbed=0
wait_for_quiet() {
    local tries
    for ((tries = 0; tries < 120; tries++)); do
        [ "$(load_of_others)" -ge 30 ] || return 0
    done
    disturbed=$((disturbed + 1))
}

languages=(ja ja-easy en zh-Hans ko vi pt-BR es ne fil)

# The journey that the tests play, without the looking; up to the time of a booking with $1.
visit() {
    local last='$'
    [ "${1-}" != booking-time ] || last='/^expect screen booking-time/'
    sed -n "1,${last}p" tests/journeys/visit.yotte | grep -vE '^(shot|read|expect (fits|queue))\b'
}

# many_visits COUNT: memory at home, at the start and while visits in all languages go by. They end
# as many do: somebody walks away.
many_visits() {
    local rounds=$((($1 + 9) / 10)) script=$work/many.yotte round language said pid
    {
        echo 'say "0"'
        # Weighed while the next visits are under way, so behind the last there are some more.
        for ((round = 1; round <= rounds + 1; round++)); do
            for language in "${languages[@]}"; do
                echo "tap @language.$language"
                visit booking-time
                printf '%s\n' 'wait 200s' 'expect screen home'
            done
            [ "$round" -gt "$rounds" ] || echo "say \"$((round * 10))\""
        done
    } >"$script"
    mkfifo "$work/said"
    "${kiosk[@]}" --now 2026-11-24T10:00 --script "$script" >"$work/said" &
    pid=$!
    while read -r said; do
        awk -v visits="$said" '
            /^Pss:/      { printf "pss-after-%d\t%.2f\n", visits, $2 / 1024 }
            /^Pss_Anon:/ { printf "own-after-%d\t%.2f\n", visits, $2 / 1024 }
        ' "/proc/$pid/smaps_rollup" || true
    done <"$work/said"
    wait "$pid"
}

# How long each change of the screen takes, over a whole visit in each language with a kiosk that
# was just started. What is drawn at the start is not a change.
next_screens() {
    local language
    for language in "${languages[@]}"; do
        rm -rf "$work/data/"queue*
        {
            echo "tap @language.$language"
            visit
            echo "frame-times times.tsv"
        } >"$work/visit.yotte"
        play "$work/visit.yotte" >&2
        # A screen's first frame is as large as a screen; the others answer a tap.
        awk -F'\t' 'NR > 2 && $3 > 400000 { print "next\t" $4 "\t" $1 ", " $2 }' "$work/times.tsv"
    done
}

print_machine() {
    local cpu
    cpu=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)
    echo "Machine: $cpu, $(nproc) cores, Linux $(uname -r), Debian $(cat /etc/debian_version)"
    echo "Versions: Yotte $(git describe --always --dirty 2>/dev/null || echo unknown)," \
        "SDL $(pkg-config --modversion sdl2)," \
        "$(chromium --version 2>/dev/null | tail -n 1 || echo 'no Chromium')"
    [ "$disturbed" -eq 0 ] ||
        echo "Disturbed: other programs were busy at the start of $disturbed measurements"
    echo "Screen: Xvfb 1920x1080x24, software rendering; medians of $rounds rounds"
}
