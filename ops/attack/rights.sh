# shellcheck shell=bash
# Who is who, and who gives what: a machine is no person, and nobody gives what they do not hold.
run="$(key | cut -c1-8)"
person="kim-$run" machine="city-$run"
declare_='{"kind":"fire","title":"Angrepp","reason":"Angrepp","evenSo":true}'
apikey="vd.$(key)"
digest="$(printf '%s' "$apikey" | sha256sum | cut -d' ' -f1)"
by_key() { curl -s -m 10 -o "$WORK/body" -w '%{http_code}' -X POST -H "Authorization: ApiKey $1" -H 'Content-Type: application/json' -H "Idempotency-Key: \"$(key)\"" --data-binary "$declare_" "$URL/api/live/crises$2"; }

# The attack that was found: the CEO as a machine.
expect "operations gives the CEO the role of a machine" 409 "$(json operator POST /persons/vd/roles '{"role":"alarm-sender"}')"
expect "operations gives the CEO a key" 409 "$(json operator POST /machines/vd/keys "{\"name\":\"k\",\"kind\":\"api-key\",\"sha256\":\"$digest\"}")"
expect "the same at the address of before" "404 405" "$(json operator POST /persons/vd/keys "{\"name\":\"k\",\"kind\":\"api-key\",\"sha256\":\"$digest\"}")"
expect "a crisis declared with that key" 401 "$(by_key "$apikey" "")"
expect "the CEO registered as a machine" 409 "$(json operator PUT /machines/vd '{"name":"VD"}')"
expect "a machine registered as a person" 409 "$(json operator PUT /persons/tib '{"name":"TiB"}')"

# A machine has its own alarms and nothing else.
expect "operations registers a machine" 204 "$(json operator PUT "/machines/$machine" '{"name":"Angrepp"}')"
own="$machine.$(key)"
expect "and gives it a key" 204 "$(json operator POST "/machines/$machine/keys" "{\"name\":\"k\",\"kind\":\"api-key\",\"sha256\":\"$(printf '%s' "$own" | sha256sum | cut -d' ' -f1)\"}")"
expect "the machine declares a crisis" 403 "$(by_key "$own" "")"
expect "the machine declares it as ?sender=vd" 403 "$(by_key "$own" "?sender=vd")"
expect "the machine as a role's bearer" 409 "$(json operator POST "/persons/$machine/roles" '{"role":"observer"}')"
expect "the machine in a plan" 400 "$(json vd PUT "/klo/plans/attack-$run" "{\"functions\":[{\"key\":\"crisis-leader\",\"name\":\"A\",\"mandate\":\"B\",\"holder\":\"$machine\",\"deputies\":[]}]}")"
expect "a browser signed in as a machine" 400 "$(curl -s -m 10 -o "$WORK/body" -w '%{http_code}' -d person=tib "$URL/development/sign-in")"
expect "a machine's token on a page" 403 "$(curl -s -m 10 -o "$WORK/body" -w '%{http_code}' -H "Authorization: Bearer $(token tib)" "$URL/live")"
put() { curl -s -m 20 -o /dev/null -w '%{http_code}' -X PUT -H "Authorization: Bearer $(token operator)" -H 'Content-Type: application/json' -H "Idempotency-Key: \"$(key)\"" --data-binary '{"name":"A"}' "$URL/api/live/$1/both-$run"; }
put persons >"$WORK/one" &
second=$!
two="$(put machines)"
wait "$second"
expect "a person and a machine registered at once under one id" "204,409 409,204" "$(cat "$WORK/one"),$two"

# Nobody gives what they do not hold.
json operator PUT "/persons/$person" '{"name":"Kim Angrepp"}' >/dev/null
expect "operations makes somebody an on-call manager alone" 202 "$(json operator POST "/persons/$person/roles" '{"role":"on-call-manager"}')"
expect "and confirms it alone" 403 "$(json operator POST "/persons/$person/roles/on-call-manager/confirmation" '{}')"
expect "operations makes itself one" 409 "$(json operator POST /persons/operator/roles '{"role":"on-call-manager"}')"
expect "operations declares a crisis" 403 "$(json operator POST /crises "$declare_")"
expect "the CEO drops the proposal" 204 "$(json vd DELETE "/persons/$person/roles/on-call-manager" '{}')"
expect "operations adopts a plan" 403 "$(json operator PUT /klo/plans/normal "{\"functions\":[{\"key\":\"crisis-leader\",\"name\":\"A\",\"mandate\":\"B\",\"holder\":\"$person\",\"deputies\":[]}]}")"
expect "a deputy grants a role" 403 "$(json vd-1 POST "/persons/$person/roles" '{"role":"observer"}')"
expect "the CEO grants themselves a role" 409 "$(json vd POST /persons/vd/roles '{"role":"auditor"}')"
expect "an employee reads everybody's rights" 403 "$(api staff-9 GET /access/rights)"
