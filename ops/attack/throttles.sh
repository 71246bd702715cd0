# shellcheck shell=bash
# Guesses and floods end at a number. Last of all: this machine's address has no wrong key and no wrong link left for some minutes.
count() { grep -c "$1" "$WORK/codes" || true; }
many() { # many N CURL_ARGUMENTS...: the statuses of N requests, sixteen at a time; {} is the request's number
    local n="$1"
    shift
    seq "$n" | xargs -P 16 -I{} curl -s -m 20 -o /dev/null -w '%{http_code}\n' "$@" >"$WORK/codes"
}
most() { # most WHAT STATUS LEAST
    if (($(count "$2") >= $3)); then held "$1" "$(count "$2") of $(wc -l <"$WORK/codes") answered $2"; else broken "$1" "$(sort "$WORK/codes" | uniq -c | tr '\n' ' ')"; fi
}

many 500 -H 'Authorization: ApiKey nobody-at-all.guess{}' "$URL/api/live/incidents"
most "500 wrong keys" 429 400
many 500 "$URL/svar/guess{}"
most "500 guesses at links" 429 400
curl -s -m 10 -o "$WORK/body" -D "$WORK/headers" "$URL/svar/guess"
if grep -qi '^retry-after: [1-9]' "$WORK/headers"; then held "and told when to come back" "$(grep -i '^retry-after' "$WORK/headers" | tr -d '\r')"; else broken "and told when to come back" ""; fi
# Not JSON: each counts, and none makes an incident.
many 1200 -X POST -H "Authorization: Bearer $(token tib)" -H 'Idempotency-Key: "{}"' -H 'Content-Type: application/json' -d 'x' "$URL/api/live/alarms"
most "a flood of alarms of one sender" 429 100
expect "another sender's passes meanwhile" 201 "$(json jour POST /alarms '{"source":"jour","kind":"fire","place":"Ekholmen 3","text":"Attack"}')"
expect "and so does a read" 200 "$(api vd GET /crises)"
