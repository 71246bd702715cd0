#!/usr/bin/env bash
# Measures the product on this machine, in one run, and prints the figures as a Markdown table.
#   --quick    shorter everywhere: shows that it works, measures little
#   --readme   also puts the table into README.md, between its markers
# Its own PostgreSQL (data in .data/bench, the settings of the product's), one product process as ops/run.sh builds it, with telemetry
# exported to a sink that throws it away. CRISISCOMMAND_LIMIT: the folder of limit-init.sql and limit.sql; ../shared/bench
set -euo pipefail
CRISISCOMMAND_DATA="$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/.data/bench"
export CRISISCOMMAND_DATA
# shellcheck source=ops/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

ROUNDS=5 SECONDS_EACH=10 WARM=40 STARTS=5 BIG=10000 SMALL=1000 ASKED=300 WATCHED=300 CROWD=2000 INTO=()
for option in "$@"; do
    case "$option" in
    --quick) ROUNDS=2 SECONDS_EACH=2 WARM=2 STARTS=1 BIG=400 SMALL=100 ASKED=30 WATCHED=30 CROWD=200 ;;
    --readme) INTO=(--into "$ROOT/README.md") ;;
    *)
        sed -n '2,6s/^# \{0,1\}//p' "$0" >&2
        exit 2
        ;;
    esac
done
LIMIT="${CRISISCOMMAND_LIMIT:-$ROOT/../shared/bench}"
TOOL="$ROOT/tests/CrisisCommand.Benchmarks/bin/Release/net10.0/CrisisCommand.Benchmarks.dll"
APP="$STATE/app" FIGURES="$STATE/figures.tsv"
app_pid="" sink_pid=""

# shellcheck disable=SC2317 # called by the trap
finish() {
    local status=$?
    trap - EXIT
    stop_product
    if [[ -n $sink_pid ]]; then kill "$sink_pid" 2>/dev/null || true; fi
    "$ROOT/ops/postgres.sh" stop || status=1
    exit "$status"
}

figure() { printf '%s\t%s\n' "$1" "$2" >>"$FIGURES"; }

tool() { dotnet "$TOOL" "$@" 9>&-; }

free_port() {
    local port
    for port in {24100..24999}; do
        if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
            printf '%s' "$port"
            return
        fi
    done
    fail "no free port"
}

need_tools() {
    need_sdk
    have curl || fail "curl is missing. Install it: apt-get install curl"
    if ! have wrk && have apt-get; then
        local admin=()
        [[ $EUID -eq 0 ]] || admin=(sudo -n)
        {
            "${admin[@]}" apt-get update -q &&
                "${admin[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends wrk
        } >"$STATE/apt.log" 2>&1 || true
    fi
    have wrk || fail "wrk is missing. Install it: apt-get install wrk"
    [[ -f $LIMIT/limit.sql && -f $LIMIT/limit-init.sql ]] || fail "limit.sql and limit-init.sql are not in $LIMIT; name their folder: CRISISCOMMAND_LIMIT"
}

# Prints the seconds from the start of the process until it is ready.
start_product() {
    local started ready
    started="${EPOCHREALTIME/./}"
    # One person watches two thousand times here, from one address.
    (cd "$APP/host" && exec env "${identity[@]}" ASPNETCORE_ENVIRONMENT=Development ASPNETCORE_URLS="$URL" CrisisCommand__Seed=true \
        Streams__PerPerson=20000 Streams__PerAddress=20000 Streams__Total=20000 \
        Limits__Alarms__Burst=0 Limits__Streams__Burst=0 \
        ConnectionStrings__CrisisCommand="$SERVED" Database__ApplyAtStart=false OTEL_EXPORTER_OTLP_ENDPOINT="http://127.0.0.1:$SINK" \
        OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf \
        dotnet CrisisCommand.dll >>"$STATE/product.log" 2>&1 9>&-) &
    app_pid=$!
    until curl -sf -o /dev/null -m 2 "$URL/health/ready"; do
        kill -0 "$app_pid" 2>/dev/null || fail "the product does not start; see $STATE/product.log"
        ready="${EPOCHREALTIME/./}"
        ((ready - started < 120000000)) || fail "the product is not ready after two minutes; see $STATE/product.log"
        sleep 0.02
    done
    ready="${EPOCHREALTIME/./}"
    ready_after="$(((ready - started) / 1000000)).$(printf '%06d' $(((ready - started) % 1000000)))"
}

stop_product() {
    [[ -n $app_pid ]] || return 0
    kill -TERM "$app_pid" 2>/dev/null || true
    wait "$app_pid" 2>/dev/null || true
    app_pid=""
}

query() { PGPASSWORD="$PASSWORD" psql -X -q -At -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$PG_PORT" -U "$PG_USER" -d "$@"; }

# decisions ROUND SECONDS: wrk's line, after making sure that every request was answered 201 and is one event.
decisions() {
    local before after line requests micros p50 p99 bad broken
    query crisiscommand -c checkpoint
    before="$(query crisiscommand -c "select count(*) from crisis.mt_events where type = 'decision_taken'")"
    line="$(TOKEN="$TOKEN" CRISES="$STATE/crises" RUN="$STARTED-$1" wrk -t1 -c16 -d"$2" --timeout 10s -s "$ROOT/ops/bench/decisions.lua" "$URL" |
        grep '^wrk')" || fail "wrk gave no figures"
    IFS=$'\t' read -r _ requests micros p50 p99 bad broken <<<"$line"
    sleep 0.5
    after="$(query crisiscommand -c "select count(*) from crisis.mt_events where type = 'decision_taken'")"
    ((bad == 0 && broken == 0)) || fail "decisions: $bad answers were no success and $broken connections broke, of $requests"
    # When the time is up, wrk leaves up to one request per connection without having read its answer.
    ((after - before >= requests && after - before <= requests + 16)) ||
        fail "decisions: $requests were answered, and $((after - before)) are in the journal"
    [[ $1 == warm ]] && return
    figure decisions.rate "$(awk "BEGIN { print $requests * 1000000 / $micros }")"
    figure decisions.p50 "$p50"
    figure decisions.p99 "$p99"
}

limit() {
    local rate
    query limits -c checkpoint
    rate="$(PGPASSWORD="$PASSWORD" pgbench -h 127.0.0.1 -p "$PG_PORT" -U "$PG_USER" -c 16 -j 1 -M prepared -n -T "$2" -f "$LIMIT/limit.sql" limits \
        2>>"$STATE/pgbench.log" | awk '/^tps/ { print $3 }')"
    [[ -n $rate ]] || fail "pgbench failed; see $STATE/pgbench.log"
    if [[ $1 != warm ]]; then figure limit.rate "$rate"; fi
}

machine() {
    printf '%s, %d cores, %d GiB memory, Linux %s, %s, .NET %s' "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)" "$(nproc)" \
        "$(awk '/^MemTotal/ { print int($2 / 1048576 + 0.5) }' /proc/meminfo)" "$(uname -r)" \
        "$(query crisiscommand -c "select 'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1)")" "$(dotnet --version)"
}

make_state
need_tools
need_chromium
only_one "$STATE/bench.lock" "a benchmark already runs in this checkout"
trap finish EXIT
trap 'exit 130' INT TERM HUP
build_product "$APP"
dotnet build "$ROOT/tests/CrisisCommand.Benchmarks" -c Release -v q -nologo >&2 9>&-
: >"$FIGURES"
: >"$STATE/product.log"
STARTED="$(date +%s)"

"$ROOT/ops/postgres.sh" start 9>&-
for database in crisiscommand limits; do "$ROOT/ops/postgres.sh" fresh "$database"; done
apply_schema "$APP"
DATABASE="$("$ROOT/ops/postgres.sh" url)" SERVED="$("$ROOT/ops/postgres.sh" url crisiscommand runtime)"
[[ $DATABASE =~ Port=([0-9]+).*Username=([a-z]+)\;Password=(.+)$ ]]
PG_PORT="${BASH_REMATCH[1]}" PG_USER="${BASH_REMATCH[2]}" PASSWORD="${BASH_REMATCH[3]}"
PATH="$PATH:$(dirname "$(readlink -f "/proc/$(head -n 1 "$(readlink -f "$STATE/postgres")/postmaster.pid")/exe")")" # psql and pgbench of the server's version
query limits -f "$LIMIT/limit-init.sql" 2>/dev/null
mapfile -t identity < <(development_identity "$APP/identity")
SINK="$(free_port)"
dotnet "$TOOL" sink --port "$SINK" >/dev/null 2>&1 9>&- & # not by the function: its process would be the shell around it
sink_pid=$!
until curl -sf -o /dev/null -m 2 "http://127.0.0.1:$SINK/bytes"; do
    kill -0 "$sink_pid" || fail "the telemetry sink does not start"
    sleep 0.1
done
URL="http://127.0.0.1:$(free_port)"

say "Starts (the first one makes the organisation, and does not count) ..."
start_product
for ((n = 0; n < STARTS; n++)); do
    stop_product
    start_product
    figure ready.s "$ready_after"
done

say "Decisions and the database's limit, in turn ..."
tool crises --url "$URL" --count 200 >"$STATE/crises"
TOKEN="$(curl -sf "$URL/development/tokens/vd")"
decisions warm "$WARM"
limit warm 2
for ((n = 0; n < ROUNDS; n++)); do
    decisions "$n" "$SECONDS_EACH"
    limit "$n" "$SECONDS_EACH"
done

say "Watchers ..."
{
    tool notify --database "$DATABASE" --times 2000
    for watchers in 1 200; do tool watch --url "$URL" --watchers "$watchers" --times "$WATCHED" --pause 10; done
    tool crowd --url "$URL" --watchers "$CROWD" --times "$((WATCHED / 2))" --pid "$app_pid"
} >>"$FIGURES"

say "Boards of the past ..."
# One by one: what fails inside of an array's list ends nothing.
declare -A crisis
crisis[small]="$(tool journal --url "$URL" --events "$SMALL")"
crisis[big]="$(tool journal --url "$URL" --events "$BIG")"
figure small.events "$SMALL"
figure big.events "$BIG"
for name in small big small big; do
    tool asof --url "$URL" --crisis "${crisis[$name]}" --name "$name" --times "$ASKED" >>"$FIGURES"
done
figure rss.mib "$(awk '/^VmRSS/ { print $2 / 1024 }' "/proc/$app_pid/status")"
sleep 6 # the exporters send every five seconds
figure telemetry.mib "$(awk "BEGIN { print $(curl -sf "http://127.0.0.1:$SINK/bytes") / 1048576 }")"
stop_product
start_product
tool paint --url "$URL" --crisis "${crisis[small]}" --chromium "$CRISISCOMMAND_CHROMIUM" >>"$FIGURES" # the first page that this process serves
stop_product
start_product
tool asof --url "$URL" --crisis "${crisis[big]}" --name big --cold yes >>"$FIGURES"
stop_product

say "Folds ..."
(cd "$STATE" && ASPNETCORE_ENVIRONMENT=Development tool fold --database "$DATABASE" --crisis "${crisis[big]}") >>"$FIGURES"

tool table --figures "$FIGURES" --date "$(date -u +%F)" --machine "$(machine)" "${INTO[@]}"
