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

answer="$(curl -s -m 10 -H 'Accept: text/plain' -w '\n%{http_code}' "$URL/development/tokens${1:+/$1}")" ||
    fail "the product does not answer at $URL. Start it: ops/run.sh"
status="${answer##*$'\n'}" body="${answer%$'\n'*}"
case "$status:${1:-}" in
200:*) printf '%s\n' "$body" ;;
404:?*) fail "unknown person '$1'; ops/token.sh lists them (or the product at $URL does not carry the development identity)" ;;
*) fail "$URL answers $status: it does not carry the development identity; see ops/README.md" ;;
esac
