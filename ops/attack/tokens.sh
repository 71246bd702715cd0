# shellcheck shell=bash
# Who is nobody: no token, one that is forged, one of another algorithm.
part() { printf '%s' "$1" | base64 -w0 | tr '+/' '-_' | tr -d '='; }
good="$(token vd)"
IFS=. read -r head claims signature <<<"$good"

with() { curl -s -m 10 -o "$WORK/body" -w '%{http_code}' -H "Authorization: Bearer $1" "$URL/api/live/crises"; }

expect "no token" 401 "$(curl -s -m 10 -o "$WORK/body" -w '%{http_code}' "$URL/api/live/crises")"
expect "the CEO's own token" 200 "$(with "$good")"
expect "algorithm none" 401 "$(with "$(part '{"alg":"none","typ":"JWT"}').$claims.")"
expect "a shared secret in place of the key pair" 401 "$(with "$(part '{"alg":"HS256","typ":"JWT"}').$claims.$signature")"
expect "another subject under the same signature" 401 "$(with "$head.$(part '{"sub":"vd","exp":4102444800}').$signature")"
expect "another signature" 401 "$(with "$head.$claims.$(part 0123456789abcdef0123456789abcdef)")"
expect "the realm of another organisation" 404 "$(curl -s -m 10 -o "$WORK/body" -w '%{http_code}' -H "Authorization: Bearer $good" "$URL/api/nowhere/crises")"
