#!/usr/bin/env bash
# The keys that seal sessions, links and receipts are made anew: everybody signs in again, links of before lead nowhere.
#   ops/keys-rotate.sh WHY
# Asks the product that ops/run.sh serves from this checkout, or the one at CRISISCOMMAND_URL. The token is that of the person of
# operations: TOKEN, or that of ops/token.sh operator.
set -euo pipefail
# shellcheck source=ops/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

[[ $# -eq 1 && -n $1 && $1 != *[\"\\]* ]] || { sed -n '2,5s/^# \{0,1\}//p' "$0" >&2 && exit 2; }
have curl || fail "curl is missing. Install it: apt-get install curl"
URL="$(product_url)"
[[ -n $URL ]] || fail "the product does not run from this checkout. Start it: ops/run.sh"
TOKEN="${TOKEN:-$("$ROOT/ops/token.sh" operator)}"
printf '{"why":"%s"}' "$1" |
    curl -sS --fail-with-body -X POST "$URL/api/live/keys/rotation" -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \
        -H "Idempotency-Key: \"$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')\"" --data-binary @- >&2 ||
    fail "the keys were not rotated"
say "Rotated at $(date -u +%Y-%m-%dT%H:%M:%SZ): after a restore from before, start the nodes with Keys__NotBefore=that time"
