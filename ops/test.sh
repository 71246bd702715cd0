#!/usr/bin/env bash
# Every check there is: formatting, the types of the scripts, a build without a warning, fresh generated code, all tests under
# tests/, on a PostgreSQL of their own. Ends with one plain line, "N passed, N failed"; a check that is not a test counts as one failed.
set -euo pipefail
CRISISCOMMAND_DATA="$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/.data/test" # the tests' own, beside what run.sh serves
# Processes are killed here, never the machine: what the kernel has been given is safe. On a slow disk a checkpoint of many small
# databases held every command up for seconds.
# Several products at once, each with room for some eighty connections.
export CRISISCOMMAND_DATA CRISISCOMMAND_FSYNC=off CRISISCOMMAND_CONNECTIONS=600
# shellcheck source=ops/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

RESULTS="$STATE/results"
SUITE_SECONDS=2400 # the longest takes about 1,000 on a quiet machine with two cores
GENERATED="$ROOT/src/CrisisCommand/Internal/Generated"
passed=0 failed=0 skipped=0 postgres_started="" put_back=""

# shellcheck disable=SC2317 # called by the trap
finish() {
    local status=$?
    trap - EXIT
    restore_generated_code
    if [[ -n $postgres_started ]]; then "$ROOT/ops/postgres.sh" stop || status=1; fi
    if ((status != 0 && failed == 0)); then failed=1; fi
    # Once more, in short: where only the end of a run is kept, this is what one wants to know.
    if ((failed > 0)); then
        echo "== failed"
        grep -h -A 2 -E '\[FAIL\]|Failure \(|^ *not ok' "$RESULTS"/*.log 2>/dev/null | cut -c 1-200 | head -n 300 || true
    fi
    printf '%d passed, %d failed%s\n' "$passed" "$failed" "$( ((skipped == 0)) || printf ', %d skipped' "$skipped")"
    exit $((failed > 0))
}

broken() {
    say "FAILED: $*"
    failed=$((failed + 1))
}

# shellcheck disable=SC2317 # called by the trap too
restore_generated_code() {
    [[ -n $put_back ]] || return 0
    rm -rf "$GENERATED"
    cp -r "$put_back" "$GENERATED"
    put_back=""
}

# Written anew from nothing, so that what is no longer generated shows too; put back unless it was written whole.
check_generated_code() {
    local before="$STATE/generated-before" identity
    [[ -d $GENERATED ]] || return 0
    echo "== generated code"
    rm -rf "$before"
    cp -r "$GENERATED" "$before"
    put_back="$before"
    mapfile -t identity < <(development_identity "$ROOT/src/CrisisCommand.DevelopmentIdentity/bin/Release/net10.0")
    rm -rf "$GENERATED"
    if (cd "$ROOT/src/CrisisCommand" && env "${identity[@]}" ASPNETCORE_ENVIRONMENT=Development ASPNETCORE_URLS=http://127.0.0.1:0 \
        timeout 300 dotnet bin/Release/net10.0/CrisisCommand.dll codegen write 9>&-) >"$RESULTS/codegen.log" 2>&1 &&
        [[ -d $GENERATED ]]; then
        put_back=""
        diff -rq "$before" "$GENERATED" ||
            broken "the generated code was stale: what is new lies in ${GENERATED#"$ROOT/"}; look at it and commit it"
    else
        restore_generated_code
        tail -n 20 "$RESULTS/codegen.log"
        broken "codegen write failed"
    fi
}

# The pages' modules: their types, and what of them runs without a browser.
check_scripts() {
    local log="$RESULTS/scripts.log" config
    echo "== scripts"
    if ! npm ci --ignore-scripts --no-audit --no-fund --loglevel=error 9>&- >"$log" 2>&1; then
        tail -n 20 "$log"
        broken "the packages of package-lock.json could not be installed"
        return
    fi
    for config in tsconfig*.json; do
        node_modules/.bin/tsc --project "$config" 9>&- || broken "$config: what a module says of its types does not hold"
    done
    node --test --test-reporter=tap tests/scripts/*.test.js >"$log" 2>&1 9>&- || grep -A 20 '^ *not ok' "$log" || tail -n 20 "$log"
    passed=$((passed + $(tap pass "$log")))
    failed=$((failed + $(tap fail "$log")))
    (($(tap pass "$log") + $(tap fail "$log") > 0)) || broken "no test of a module ran"
}

# tap FIELD FILE: that number of the summary.
tap() { grep -s "^# $1 " "$2" | tr -dc "0-9" | grep . || echo 0; }

# count FIELD FILE: the sum of that attribute over the report's assemblies.
count() { grep -o "<assembly [^>]*" "$2" | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ n += $1 } END { print n + 0 }'; }

run_tests() {
    local project="$1" name report status=0
    name="$(basename "$project" .csproj)"
    report="$RESULTS/$name.xml"
    echo "== $name"
    # A test that never ends must not keep the others' results back: what runs long is named, and a suite that does not end is ended.
    timeout --kill-after=30 "$SUITE_SECONDS" dotnet "$(dirname "$project")/bin/Release/net10.0/$name.dll" -noColor -noLogo -longRunning 120 \
        -result-xml "$report" >"$RESULTS/$name.log" 2>&1 </dev/null || status=$?
    if [[ ! -s $report ]]; then
        grep -E 'Long Running|\[FAIL\]' "$RESULTS/$name.log" | cut -c 1-200 | tail -n 100 || true
        tail -n 40 "$RESULTS/$name.log"
        broken "$name ended without a report (exit status $status; all of it: $RESULTS/$name.log)"
        return
    fi
    local bad=$(($(count failed "$report") + $(count errors "$report")))
    if ((bad == 0 && status != 0 && $(count total "$report") > 0)); then bad=1; fi
    passed=$((passed + $(count passed "$report")))
    skipped=$((skipped + $(count skipped "$report") + $(count not-run "$report")))
    failed=$((failed + bad))
    if ((bad > 0)); then grep -v '^info:' "$RESULTS/$name.log" | grep -A 25 -E '\[FAIL\]|Failure \(|^=== ' | head -n 400 || true; fi
    tail -n 1 "$RESULTS/$name.log"
}

trap finish EXIT
trap 'exit 130' INT TERM HUP
need_sdk
make_state
need_chromium
need_faketime
need_node
only_one "$STATE/test.lock" "the tests already run in this checkout"
rm -rf "$RESULTS"
mkdir -p "$RESULTS"
cd "$ROOT"

echo "== format"
dotnet tool restore -v q 9>&- >"$RESULTS/tools.log" || { cat "$RESULTS/tools.log" && fail "the tools of .config/dotnet-tools.json could not be restored"; }
dotnet csharpier check . 9>&- || broken "not formatted: dotnet csharpier format ."
check_scripts
echo "== build"
dotnet restore CrisisCommand.sln --locked-mode -v q 9>&- ||
    fail "the restore failed: where a package was changed on purpose, 'dotnet restore' writes its packages.lock.json anew; look at it and commit it"
dotnet build CrisisCommand.sln -c Release --no-restore -warnaserror -warnnotaserror:NU1900,NU1905 -v q -nologo 9>&- || fail "the build failed"

if ! "$ROOT/ops/postgres.sh" status >/dev/null; then
    postgres_started=yes
    "$ROOT/ops/postgres.sh" start 9>&-
fi
ConnectionStrings__CrisisCommand="$("$ROOT/ops/postgres.sh" url postgres)"
export ConnectionStrings__CrisisCommand
check_generated_code
while IFS= read -r project; do
    run_tests "$project"
done < <(find "$ROOT/tests" -name '*Tests.csproj' | sort -r) # rules first, then what needs a database, then browsers
((passed + failed > 0)) || broken "no test ran"
exit 0
