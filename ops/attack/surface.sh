# shellcheck shell=bash
# What an answer lets a browser do, what a body costs, and requests that no client makes.
header() { grep -i "^$1:" "$WORK/headers" | head -n 1 | cut -d' ' -f2- | tr -d '\r'; }
size() { wc -c <"$WORK/body"; }
holds() { if [[ $2 == *"$3"* ]]; then held "$1" "$3"; else broken "$1" "wanted $3, got '$2'"; fi; }

cat >"$WORK/alarm.xml" <<XML
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>attack-$(key)</identifier><sender>attack@example.se</sender>
<sent>$(date -u +%Y-%m-%dT%H:%M:%S-00:00)</sent><status>Test</status><msgType>Alert</msgType><scope>Public</scope><info><category>Fire</category>
<event><!-- <x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script> -->fire</event><urgency>Unknown</urgency>
<severity>Minor</severity><certainty>Unknown</certainty></info></alert>
XML
status="$(api tib POST /alarms -H 'Content-Type: application/xml' --data-binary "@$WORK/alarm.xml")"
expect "an alarm with a script in it is taken" 201 "$status"
expect "it is handed out again" 200 "$(api jour GET "/alarms/$(field alarmId)/raw")"
holds "as a file to save" "$(header content-disposition)" attachment
holds "of a type that no browser draws" "$(header content-type)" application/cap+xml
holds "in a sandbox" "$(header content-security-policy)" "sandbox; default-src 'none'"
expect "any answer of the API" 200 "$(api vd GET /crises)"
holds "runs and frames nothing" "$(header content-security-policy)" "default-src 'none'; frame-ancestors 'none'"
holds "is kept nowhere" "$(header cache-control)" no-store
holds "is not guessed at" "$(header x-content-type-options)" nosniff

awk 'BEGIN { printf "{"; for (i = 0; i < 200000; i++) printf "%s\"f%d\":1", (i ? "," : ""), i; printf "}" }' >"$WORK/unknown.json"
expect "2.4 MB of unknown fields without the right" 403 "$(api observer POST /crises -H 'Content-Type: application/json' --data-binary "@$WORK/unknown.json")"
if (($(size) < 1000)); then held "is answered small" "$(size) bytes"; else broken "is answered small" "$(size) bytes"; fi
expect "the same with the right" 400 "$(api vd POST /crises -H 'Content-Type: application/json' --data-binary "@$WORK/unknown.json")"
if (($(size) < 20000)); then held "is answered by fifty faults" "$(size) bytes"; else broken "is answered by fifty faults" "$(size) bytes"; fi

odd() { curl -s -m 10 -o "$WORK/body" -D "$WORK/headers" -w '%{http_code}' "${@:2}" "$URL$1"; }
expect "a host name that is none of ours" 400 "$(odd /sign-in -H 'Host: evil.example')"
expect "a next that fits no header" 302 "$(odd '/sign-in?next=/%C3%A5')"
expect "If-None-Match: *" 304 "$(api vd GET /klo/plans/normal -H 'If-None-Match: *')"
expect "TRACE" "404 405" "$(odd /api/live/crises -X TRACE -H "Authorization: Bearer $(token vd)")"
expect "a path that is no UTF-8" "400 404" "$(odd /api/live/klo/plans/%ED%A0%80 -H "Authorization: Bearer $(token vd)")"
expect "a cookie that is none" "401 302" "$(odd /live -H 'Cookie: crisiscommand=%%%')"
jar="$WORK/jar"
expect "the picker sends on to where no header leads" 302 "$(odd /development/sign-in -c "$jar" -d person=vd --data-urlencode next=/å)"
odd /live -b "$jar" -c "$jar" >/dev/null
forgery="$(grep -o 'name="forgery" content="[^"]*"' "$WORK/body" | sed 's/.*content="//; s/"$//')"
for method in GET HEAD TRACE 'G E T'; do
    expect "a form that calls itself $method" 405 \
        "$(odd /live/crises -b "$jar" --data-urlencode "__RequestVerificationToken=$forgery" -d _key=k --data-urlencode "_method=$method")"
done
expect "a language that comes as JSON" 400 "$(odd /language -b "$jar" -H "RequestVerificationToken: $forgery" -H 'Content-Type: application/json' -d '{}')"
