#!/usr/bin/env bash
# ops/token.sh PERSON prints that person's bearer token; without argument, the people: id, function, name.
# Asks the product that ops/run.sh serves from this checkout, or the one at CRISISCOMMAND_URL (on this machine).
set -euo pipefail
# shellcheck source=ops/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

have curl || fail "curl is missing. Install it: apt-get install curl"
URL="$(product_url)"
[[ -n $URL ]] || fail "the product does not run from this checkout. Start it: ops/run.sh"
[[ -z ${1:-} || $1 =~ ^[a-z0-9-]+$ ]] || fail "unknown person '$1'; ops/token.sh lists them"

answer="$(curl -s -m 10 -w '\n%{http_code}' "$URL/development/tokens${1:+/$1}")" ||
    fail "the product does not answer at $URL. Start it: ops/run.sh"
status="${answer##*$'\n'}" body="${answer%$'\n'*}"
case "$status:${1:-}" in
200:?*) printf '%s\n' "$body" ;;
200:) # one object to a line; the names hold no quotes
    sed 's/},{/}\n{/g' <<<"$body" |
        sed -nE 's/.*"id":"([^"]*)","function":("([^"]*)"|null),"name":"([^"]*)".*/\1\t\3\t\4/p' |
        while IFS= read -r line; do printf '%b\n' "${line//\\u/\\u}"; done |
        awk -F '\t' '{ printf "%-24s %-22s %s\n", $1, $2 == "" ? "-" : $2, $3 }'
    ;;
404:?*) fail "unknown person '$1'; ops/token.sh lists them (or the product at $URL does not carry the development identity)" ;;
*) fail "$URL answers $status: it does not carry the development identity; see ops/README.md" ;;
esac
