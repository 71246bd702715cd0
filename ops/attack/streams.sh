# Streams: one person opens as many as they can, while the leader decides; a person shut out watches on.
# shellcheck shell=bash

status="$(json vd POST /crises '{"kind":"fire","title":"Angrepp: strömmar","reason":"Prov av strömmar","evenSo":true}')"
crisis="$(field crisisId)"
expect "a crisis to watch" "201" "$status"

# 400 streams of one observer, each for eight seconds: the limit is 256 of one person.
observer="$(token observer)"
for _ in {1..400}; do
    printf 'url = "%s/api/live/crises/%s/board/stream"\noutput = "/dev/null"\n' "$URL" "$crisis"
done >"$WORK/streams"
curl -s --no-keepalive --parallel --parallel-immediate --parallel-max 400 -m 8 -H "Authorization: Bearer $observer" -w '%{http_code}\n' \
    -K "$WORK/streams" >"$WORK/opened" 2>/dev/null &
opening=$!
sleep 3
before="${EPOCHREALTIME/./}"
status="$(json vd POST "/crises/$crisis/decisions" '{"decision":"Utrym","motive":"Rök"}')"
after="${EPOCHREALTIME/./}"
took=$(((after - before) / 1000))
if [[ $status == 201 && $took -lt 3000 ]]; then
    held "the leader decides while one person opens 400 streams" "201 after $took ms"
else
    broken "the leader decides while one person opens 400 streams" "$status after $took ms"
fi
wait "$opening" || true
refused="$(grep -c '^429' "$WORK/opened" || true)"
if ((refused > 0)); then held "streams of one person beyond the limit" "$refused of 400 answered 429"; else broken "streams of one person beyond the limit" "none was refused"; fi

# Somebody watches and is shut out: the stream ends by itself. Another person than before, who has opened no stream too many.
curl -s -N -m 12 -w '%{http_code}' -H "Authorization: Bearer $(token people-support)" -o "$WORK/watched" \
    "$URL/api/live/crises/$crisis/board/stream" >"$WORK/watching" &
watching=$!
sleep 2
status="$(json operator POST /persons/people-support/access-closure '{"why":"Angrepp: prov"}')"
closed="${EPOCHREALTIME/./}"
ended=0
if wait "$watching" && [[ $(cat "$WORK/watching") == 200 ]]; then ended=$(((${EPOCHREALTIME/./} - closed) / 1000 + 1)); fi
json vd POST /persons/people-support/access-reopening '{"why":"Angrepp: prov, slut"}' >/dev/null
if [[ $status == 204 && $ended -gt 0 && $ended -lt 2000 ]]; then
    held "a stream of whoever is shut out" "ended after $ended ms"
else
    broken "a stream of whoever is shut out" "shut out: $status; the stream ended after $ended ms (0: not within ten seconds)"
fi
