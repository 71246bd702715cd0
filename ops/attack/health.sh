# shellcheck shell=bash
# Nothing stops in silence: what readiness says.
# shellcheck disable=SC2154 # URL and WORK are the caller's

ready="$(curl -s -m 5 -o "$WORK/body" -w '%{http_code} %{time_total}' "$URL/health/ready")"
expect 'readiness answers' '200 503' "${ready%% *}"
if awk "BEGIN { exit !(${ready##* } < 3) }"; then held 'readiness does not hang' "${ready##* } s"; else broken 'readiness does not hang' "${ready##* } s"; fi
for part in store clock subscriptions journals; do
    if grep -q "\"name\":\"$part\"" "$WORK/body"; then
        held "readiness says in words how it is with: $part" "$(grep -oE "\"name\":\"$part\",\"status\":\"[A-Za-z]*\"" "$WORK/body" | sed 's/.*"status"://')"
    else
        broken "readiness says in words how it is with: $part" "$(head -c 160 "$WORK/body")"
    fi
done
if grep -oE '[0-9.]+ s (ahead of|behind)' "$WORK/body" | awk '{ exit !($1 < 2) }'; then
    held "this node's clock is the database's" "$(grep -oE '[0-9.]+ s (ahead of|behind)' "$WORK/body")"
else
    broken "this node's clock is the database's" "$(head -c 160 "$WORK/body")"
fi
