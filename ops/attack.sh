#!/usr/bin/env bash
# Attacks a running product in every way that was once found to work, and prints a table: what was tried, and whether it held. Each file
# of ops/attack/ is a subject. Leaves incidents, crises and keys of its own behind: never against a product in service.
#   ops/attack.sh [SUBJECT ...]        all of them, or those named (ops/attack/SUBJECT.sh)
# Asks the product that ops/run.sh serves from this checkout, or the one at CRISISCOMMAND_URL (this machine, development identity).
# Exit status 0 when everything held.
set -euo pipefail
# shellcheck source=ops/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

LONGEST=90 # seconds that one subject may take; all of them stay under five minutes
have curl || fail "curl is missing. Install it: apt-get install curl"
URL="$(product_url)"
[[ -n $URL ]] || fail "the product does not run from this checkout. Start it: ops/run.sh"
curl -s -o /dev/null -m 10 "$URL/health/live" || fail "the product does not answer at $URL. Start it: ops/run.sh"
WORK="$(mktemp -d)"
trap 'rm -rf "$WORK"' EXIT
TABLE="$WORK/table"
: >"$TABLE"

# token PERSON: that subject's bearer token, asked for once.
token() {
    [[ -s $WORK/token.$1 ]] || "$ROOT/ops/token.sh" "$1" >"$WORK/token.$1"
    cat "$WORK/token.$1"
}

key() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }

# api PERSON METHOD PATH [curl arguments ...]: below /api/live, with that subject's token and a key of its own; prints the status. Body and
# headers of the answer are left in $WORK/body and $WORK/headers.
api() {
    local person="$1" method="$2" path="$3"
    shift 3
    curl -s -m 20 -X "$method" -o "$WORK/body" -D "$WORK/headers" -w '%{http_code}' -H "Authorization: Bearer $(token "$person")" \
        -H "Idempotency-Key: \"$(key)\"" "$@" "$URL/api/live$path" || printf '000'
}

# json PERSON METHOD PATH BODY: the same with a JSON body.
json() { api "$1" "$2" "$3" -H 'Content-Type: application/json' --data-binary "$4"; }

# field NAME: the first string or number of that name in the last answer's body.
field() { grep -oE "\"$1\":(\"[^\"]*\"|[0-9]+)" "$WORK/body" | head -n 1 | sed -E 's/^"[^"]*"://; s/^"//; s/"$//'; }

# held | broken WHAT DETAIL: one row of the table.
row() { printf '%s\t%s\t%s\t%s\n' "$1" "$SUBJECT" "$2" "${3:-}" | tee -a "$TABLE" | awk -F'\t' '{ printf "%-7s %-14s %-66s %s\n", $1, $2, $3, $4 }'; }
held() { row held "$@"; }
broken() { row BROKEN "$@"; }

# expect WHAT WANTED GOT: held when what came is one of the words of WANTED.
expect() { if [[ " $2 " == *" $3 "* ]]; then held "$1" "$3"; else broken "$1" "wanted $2, got $3: $(head -c 160 "$WORK/body" | tr '\n\t' '  ')"; fi; }

# Run as a process of its own: a subject that hangs is ended and told of, and the next one goes on.
attack() {
    SUBJECT="$1"
    export SUBJECT
    # shellcheck source=/dev/null
    (set +e && source "$ROOT/ops/attack/$1.sh") &
    local subject=$! watchdog
    (sleep "$LONGEST" && kill -TERM "$subject" 2>/dev/null) &
    watchdog=$!
    wait "$subject" || broken "the subject itself" "ended with status $? (more than $LONGEST s, or a fault of the script)"
    kill "$watchdog" 2>/dev/null || true
    wait "$watchdog" 2>/dev/null || true
}

subjects() { find "$ROOT/ops/attack" -name '*.sh' -printf '%f\n' | sed 's/\.sh$//' | sort; }

subjects=("$@")
if (($# == 0)); then mapfile -t subjects < <(subjects); fi
for subject in "${subjects[@]}"; do
    [[ -f $ROOT/ops/attack/$subject.sh ]] || fail "there is no subject '$subject'; there are: $(subjects | paste -sd' ' -)"
done
SECONDS=0
printf '%-7s %-14s %-66s %s\n' result subject tried answer
for subject in "${subjects[@]}"; do attack "$subject"; done
printf '%d held, %d broken, in %d s\n' "$(grep -c '^held' "$TABLE" || true)" "$(grep -c '^BROKEN' "$TABLE" || true)" "$SECONDS"
! grep -q '^BROKEN' "$TABLE"
