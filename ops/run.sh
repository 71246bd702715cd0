#!/usr/bin/env bash
# Builds what is new, starts the embedded PostgreSQL, and serves until Ctrl-C. With --demo, ops/demo.sh runs once it serves.
#   CRISISCOMMAND_URL                  where to serve, on this machine alone; http://localhost:5080
#   ConnectionStrings__CrisisCommand   a server of your own: none is started then
#   Keys__Certificate                  what wraps the keys of sessions and links; .data/keys.pem, made when it is not there
set -euo pipefail
# shellcheck source=ops/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

DEMO=""
case "${1:-}" in
"") ;;
--demo) DEMO=yes ;;
*)
    sed -n '2,5s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac
[[ -z $DEMO || -x $ROOT/ops/demo.sh ]] || fail "--demo: ops/demo.sh is not there"

URL="${CRISISCOMMAND_URL:-http://localhost:5080}"
URL="${URL%/}"
[[ $URL =~ ^http://([a-z0-9.-]+):([0-9]+)$ ]] || fail "CRISISCOMMAND_URL is http://HOST:PORT, and not '$URL'"
PORT="${BASH_REMATCH[2]}"
# It hands out everybody's tokens: the development identity refuses as well, but not before everything is built.
[[ ${BASH_REMATCH[1]} =~ ^(localhost|127(\.[0-9]{1,3}){3})$ ]] ||
    fail "'$URL' is reached by others, and the development identity hands out everybody's tokens: serve at http://localhost:$PORT"
APP="$STATE/app"
app_pid="" postgres_started=""

# shellcheck disable=SC2317 # called by the trap
stop_all() {
    trap '' INT TERM HUP
    rm -f "$STATE/url"
    if [[ -n $app_pid ]] && kill -0 "$app_pid" 2>/dev/null; then
        say "Stopping ..."
        kill -TERM "$app_pid" 2>/dev/null || true
        wait "$app_pid" 2>/dev/null || true
    fi
    if [[ -n $postgres_started ]]; then "$ROOT/ops/postgres.sh" stop; fi
}

wait_until_ready() {
    local seconds=120 answer
    until answer="$(curl -s -o /dev/null -m 5 -w '%{http_code}' "$URL/health/ready")" && [[ $answer == 200 ]]; do
        kill -0 "$app_pid" 2>/dev/null || return 1
        ((seconds-- > 0)) || fail "not ready after two minutes: $URL/health/ready answers '$answer' (000: nothing)"
        sleep 1
    done
}

need_sdk
have curl || fail "curl is missing. Install it: apt-get install curl"
make_state
only_one "$STATE/run.lock" "already runs from this checkout$([[ -f $STATE/url ]] && printf ', at %s' "$(cat "$STATE/url")")"
for address in 127.0.0.1 ::1; do
    if (exec 3<>"/dev/tcp/$address/$PORT") 2>/dev/null; then
        fail "port $PORT is busy. Serve elsewhere: CRISISCOMMAND_URL=http://localhost:$((PORT + 1)) ops/run.sh"
    fi
done
trap stop_all EXIT
trap 'exit 0' INT TERM HUP
build_product "$APP"

if [[ -z ${ConnectionStrings__CrisisCommand:-} ]]; then
    if ! "$ROOT/ops/postgres.sh" status >/dev/null; then
        postgres_started=yes
        "$ROOT/ops/postgres.sh" start 9>&-
    fi
    apply_schema "$APP"
    ConnectionStrings__CrisisCommand="$("$ROOT/ops/postgres.sh" url crisiscommand runtime)"
    export ConnectionStrings__CrisisCommand
    memory="$STATE/postgres.installation"
else
    # Unless the role it names is no owner, and somebody else applies.
    [[ ${Database__ApplyAtStart:-true} == false ]] || db_apply "$APP"
    memory="$STATE/installation-$(printf '%s' "$ConnectionStrings__CrisisCommand" | cksum | cut -d' ' -f1)"
fi
# A node that applies the schema itself has no deadlines in the database.
export Database__ApplyAtStart=false
# Which database was served last is remembered outside it: one that was restored sends nothing until an operator says so.
export Installation__File="${Installation__File:-$memory}"

# What wraps the keys of sessions and links lies beside the database, never in it; the product makes the file (0600) in development.
export Keys__Certificate="${Keys__Certificate:-$STATE/keys.pem}"
mapfile -t identity < <(development_identity "$APP/identity")
cd "$APP/host"
env "${identity[@]}" ASPNETCORE_ENVIRONMENT=Development ASPNETCORE_URLS="$URL" CrisisCommand__Seed="${CrisisCommand__Seed:-true}" \
    dotnet CrisisCommand.dll 9>&- &
app_pid=$!
if wait_until_ready; then
    printf '%s\n' "$URL" >"$STATE/url"
    cat <<HERE

CrisisCommand serves at $URL (Ctrl-C stops it)
  pages    $URL/ (choose who you are)
  board    $URL/live/crises/{id}
  API      $URL/swagger
  health   $URL/health/ready
  tokens   ops/token.sh lists the people; then: curl -H "Authorization: Bearer \$(ops/token.sh vd)" $URL/api/live/crises

HERE
    if [[ -n $DEMO ]]; then
        CRISISCOMMAND_URL="$URL" "$ROOT/ops/demo.sh" 9>&- &
        wait $! || say "ops/demo.sh failed; serving on"
    fi
fi
status=0
wait "$app_pid" || status=$?
app_pid=""
say "CrisisCommand ended by itself (exit status $status)"
exit $((status == 0 ? 1 : status))
