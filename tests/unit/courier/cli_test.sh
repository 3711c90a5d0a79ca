#!/usr/bin/env bash
# yotte-courier from outside: help, wrong use, missing files. The rest is in tests/network.
#
#   cli_test.sh YOTTE-COURIER
set -uo pipefail
courier=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
count=0 bad=0

# expect NAME CODE PATTERN COMMAND...: ends with CODE and says PATTERN.
expect() {
    local name=$1 code=$2 pattern=$3 said got
    shift 3
    said=$("$@" 2>&1)
    got=$?
    count=$((count + 1))
    if [ "$got" = "$code" ] && grep -q -- "$pattern" <<<"$said"; then
        echo "ok $count - $name"
    else
        echo "not ok $count - $name ($got)"
        echo "# ${said//$'\n'/$'\n'# }"
        bad=1
    fi
}

expect help 0 'yotte-courier run' "$courier" --help
expect version 0 '^yotte-courier [0-9]' "$courier" --version
expect 'no command' 2 'no command' "$courier"
expect 'unknown command' 2 'fly' "$courier" fly
expect 'unknown option' 2 '--nonsense' "$courier" run --nonsense
expect 'too much' 2 'too much' "$courier" run twice
expect 'no desk.pub' 4 'desk.pub' "$courier" status --data "$folder"
expect 'no folder' 4 'desk.pub' "$courier" run --data "$folder/none" --desk https://desk.example
expect 'export without a stick' 2 'folder on the stick' "$courier" export --data "$folder"
expect 'two sticks' 2 'too much' "$courier" export a b --data "$folder"
expect 'receipts without desk.pub' 4 'desk.pub' "$courier" receipts "$folder" --data "$folder"
exit "$bad"
