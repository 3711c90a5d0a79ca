#!/usr/bin/env bash
# What the resident is told when the printer has a trouble, and that the same slip comes out of it
# afterwards. The printer is a process of its own, on TCP and on a terminal line.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

# start_printer NAME OPTIONS...: sets $address and $control.
start_printer() {
    local name=$1
    shift
    control="$scratch/$name.control"
    "$simulator" "$@" --control "$control" --out "$scratch/$name" >"$scratch/$name.port" &
    for _ in $(seq 100); do
        [ -s "$scratch/$name.port" ] && break
        sleep 0.05
    done
    address=$(head -n 1 "$scratch/$name.port")
}

# play NAME PRINTER SCRIPT: a short visit, then the script from the slip on.
play() {
    make_place "$scratch/place-$1"
    {
        cat "$here/short.yotte"
        cat
    } >"$scratch/$1.yotte"
    check "$3" visit "$scratch/place-$1" "$scratch/$1.yotte" --printer "$2" \
        --printer-control "$control"
}
slips_in() {
    find "$scratch/$1" -name '*.png' | wc -l
}

start_printer plain --tcp 0
play plain "escpos-tcp:127.0.0.1:$address" 'printed by TCP' <<'END'
until label @slip.printed
expect queue 1
END
check 'one slip lies there' test "$(slips_in plain)" = 1

start_printer line --pty
play line "escpos-serial:$address" 'printed by a serial line' <<'END'
until label @slip.printed
END

start_printer paper --tcp 0 --fault paper-out@200
play paper "escpos-tcp:127.0.0.1:$address" 'paper runs out, is filled, and it goes on' <<'END'
until label @slip.paper.out
shot paper-out.png
expect fits
printer ok
until label @slip.again
tap @slip.again
until label @slip.printed
expect queue 1
END

start_printer cover --tcp 0
play cover "escpos-tcp:127.0.0.1:$address" 'the cover is open, and is closed' <<'END'
until label @slip.printed
printer cover
tap @slip.again
until label @slip.cover.open
expect fits
printer ok
until label @slip.again
tap @slip.again
until label @slip.printed
END

start_printer gone --tcp 0 --fault unplug@300
play gone "escpos-tcp:127.0.0.1:$address" 'unplugged half-way: nobody claims to know' <<'END'
until label @slip.unknown
expect fits
expect no label @slip.printed
tap @slip.code.show
expect label @slip.code.how
expect queue 1
END

play nobody "escpos-tcp:127.0.0.1:9" 'no printer at all: the code is on the screen' <<'END'
until label @slip.offline
expect fits
tap @slip.code.show
expect label @slip.code.how
shot code.png
expect queue 1
END
finish
