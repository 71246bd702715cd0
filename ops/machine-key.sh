#!/usr/bin/env bash
# Makes a key for a machine that is registered (PUT /machines/{id}), registers the key, and prints it once; nothing of ours keeps an API key.
#   ops/machine-key.sh MACHINE NAME api-key|webhook [REALM]
# Asks the product that ops/run.sh serves from this checkout, or the one at CRISISCOMMAND_URL. The token is that of the person of
# operations: TOKEN, or that of ops/token.sh operator.
set -euo pipefail
# shellcheck source=ops/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

[[ $# -ge 3 && $3 =~ ^(api-key|webhook)$ ]] || { sed -n '2,5s/^# \{0,1\}//p' "$0" >&2 && exit 2; }
MACHINE="$1" NAME="$2" KIND="$3" REALM="${4:-live}"
for word in "$MACHINE" "$NAME" "$REALM"; do [[ $word =~ ^[a-z0-9][a-z0-9-]*$ ]] || fail "'$word' is no key: a-z, 0-9 and -"; done
have curl || fail "curl is missing. Install it: apt-get install curl"
have openssl || fail "openssl is missing. Install it: apt-get install openssl"
URL="$(product_url)"
[[ -n $URL ]] || fail "the product does not run from this checkout. Start it: ops/run.sh"
TOKEN="${TOKEN:-$("$ROOT/ops/token.sh" operator)}"

if [[ $KIND == api-key ]]; then
    SECRET="$MACHINE.$(openssl rand -hex 32)"
    PROOF="\"sha256\":\"$(printf '%s' "$SECRET" | openssl dgst -sha256 -r | cut -d' ' -f1)\""
else
    SECRET="whsec_$(openssl rand -base64 32)"
    PROOF="\"secret\":\"$SECRET\""
fi
# The body by standard input: a secret on a command line is seen by every user of the machine.
printf '{"name":"%s","kind":"%s",%s}' "$NAME" "$KIND" "$PROOF" |
    curl -sS --fail-with-body -X POST "$URL/api/$REALM/machines/$MACHINE/keys" -H "Authorization: Bearer $TOKEN" \
        -H 'Content-Type: application/json' -H "Idempotency-Key: \"$(openssl rand -hex 16)\"" --data-binary @- >&2 ||
    fail "the key was not registered"
printf '%s\n' "$SECRET"
