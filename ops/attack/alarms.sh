# shellcheck shell=bash
# Whose alarm it is: taken back, covered and swallowed by others; one signed message under many keys; calendars that keep a machine busy.
SENT="2026-11-28T07:00:00+01:00"
cap() { # IDENTIFIER MSGTYPE TEXT [REFERENCES]
    printf '<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>%s</identifier><sender>tib@stockholm.example</sender><sent>%s</sent>' "$1" "$SENT"
    printf '<status>Actual</status><msgType>%s</msgType><scope>Public</scope>%s' "$2" "${4:+<references>tib@stockholm.example,$4,$SENT</references>}"
    printf '<info><language>sv-SE</language><category>Safety</category><event>Explosion</event><urgency>Immediate</urgency><severity>Extreme</severity>'
    printf '<certainty>Observed</certainty><headline>%s</headline><area><areaDesc>Skärholmen</areaDesc></area></info></alert>' "$3"
}
alarm() { local person="$1"; shift; cap "$@" >"$WORK/alarm.xml"; api "$person" POST /alarms -H 'Content-Type: application/cap+xml' --data-binary @"$WORK/alarm.xml"; }
stands() { api jour GET "/incidents/$1" >/dev/null; grep -q '"cancelled":false' "$WORK/body" && grep -q "$2" "$WORK/body"; }

id="ATTACK-$(key)"
alarm tib "$id" Alert "Riktigt larm" >/dev/null
incident="$(field incidentId)"
expect "another's cancel of TiB's alarm is kept as a claim" 201 "$(alarm staff-3 "$id-c" Cancel "Falskt larm" "$id")"
if stands "$incident" '"claims":"cancel"'; then held "TiB's alarm still stands, with the conflict shown"; else broken "TiB's alarm still stands, with the conflict shown" "$incident"; fi
alarm staff-3 "$id-u" Update "Ingen fara" "$id" >/dev/null
if stands "$incident" 'Riktigt larm'; then held "another's update covers no word of it"; else broken "another's update covers no word of it" "$incident"; fi

id="ATTACK-$(key)"
alarm staff-3 "$id" Alert "Prov" >/dev/null
squatted="$(field incidentId)"
expect "the real alarm after one under its name is raised" 201 "$(alarm tib "$id" Alert "Explosion, människor under rasmassor")"
if [[ $(field incidentId) != "$squatted" ]]; then held "as an incident of its own"; else broken "as an incident of its own" "swallowed by $squatted"; fi
api jour GET "/alarms/$(field alarmId)/raw" >/dev/null
if grep -q rasmassor "$WORK/body"; then held "with its bytes"; else broken "with its bytes" "$(head -c 80 "$WORK/body")"; fi

# Three keys for one signed message.
name="attack-$(key | head -c 8)"
if secret="$("$ROOT/ops/machine-key.sh" tib "$name" webhook 2>/dev/null)"; then
    body='{"source":"tib","kind":"fire","place":"Ekholmen 3","text":"Rök"}' stamp="$(date +%s)" message="msg_$(key)"
    hex="$(printf '%s' "${secret#whsec_}" | base64 -d | od -An -v -tx1 | tr -d ' \n')"
    signature="$(printf '%s.%s.%s' "$message" "$stamp" "$body" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$hex" -binary | base64)"
    signed() {
        curl -s -m 20 -o "$WORK/body" -w '%{http_code}' -H "webhook-id: $message" -H "webhook-timestamp: $stamp" -H "webhook-signature: v1,$signature" \
            -H 'Content-Type: application/json' "$@" --data-binary "$body" "$URL/api/live/alarms?sender=tib"
    }
    expect "a signed message" 201 "$(signed)"
    first="$(field incidentId)"
    expect "the same under a key of somebody's own" 400 "$(signed -H "Idempotency-Key: \"$(key)\"")"
    expect "the same again" 201 "$(signed)"
    if [[ $(field incidentId) == "$first" ]]; then held "is the same incident"; else broken "is the same incident" "$first, then $(field incidentId)"; fi
    api operator DELETE "/machines/tib/keys/$name" >/dev/null
else
    broken "a signed message" "no signing key could be issued for tib: two live already?"
fi

# A calendar of 180,000 single dates, and one that repeats itself by the second.
roster() { # FILE
    local from answer
    from="$(date +%s)"
    answer="$(api operator PUT /duty/rosters/attack -H 'Content-Type: text/calendar' --data-binary @"$1")"
    if [[ $answer == 400 ]] && (($(date +%s) - from <= 5)); then held "$2" "400 in $(($(date +%s) - from)) s"; else broken "$2" "$answer in $(($(date +%s) - from)) s"; fi
}
event() { printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:jour\r\nDTSTART:20261201T080000Z\r\nDTEND:20261201T090000Z\r\n'; }
over() { printf 'END:VEVENT\r\nEND:VCALENDAR\r\n'; }
{ event; yes 'RDATE:20261202T080000Z' | head -n 180000; over; } >"$WORK/rdates.ics"
roster "$WORK/rdates.ics" "a calendar of 180,000 RDATE"
{ event; printf 'RRULE:FREQ=SECONDLY\r\n'; over; } >"$WORK/secondly.ics"
roster "$WORK/secondly.ics" "a shift that is repeated by the second"
{ event; yes 'BEGIN:VTIMEZONE' | head -n 100000; over; } >"$WORK/deep.ics"
roster "$WORK/deep.ics" "100,000 zones in each other"
