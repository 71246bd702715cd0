#!/usr/bin/env bash
# Every check there is: formatting, a build without a warning, fresh generated code, all tests under tests/, on a PostgreSQL of
# their own. Ends with one plain line, "N passed, N failed"; a check that is not a test counts as one failed.
set -euo pipefail
CRISISCOMMAND_DATA="$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/.data/test" # the tests' own, beside what run.sh serves
export CRISISCOMMAND_DATA
# shellcheck source=ops/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

RESULTS="$STATE/results"
GENERATED="$ROOT/src/CrisisCommand/Internal/Generated"
passed=0 failed=0 skipped=0 postgres_started="" put_back=""

# shellcheck disable=SC2317 # called by the trap
finish() {
    local status=$?
    trap - EXIT
    restore_generated_code
    if [[ -n $postgres_started ]]; then "$ROOT/ops/postgres.sh" stop || status=1; fi
    if ((status != 0 && failed == 0)); then failed=1; fi
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

# count FIELD FILE: the sum of that attribute over the report's assemblies.
count() { grep -o "<assembly [^>]*" "$2" | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ n += $1 } END { print n + 0 }'; }

run_tests() {
    local project="$1" name report status=0
    name="$(basename "$project" .csproj)"
    report="$RESULTS/$name.xml"
    echo "== $name"
    dotnet "$(dirname "$project")/bin/Release/net10.0/$name.dll" -noColor -noLogo -result-xml "$report" >"$RESULTS/$name.log" 2>&1 </dev/null ||
        status=$?
    if [[ ! -s $report ]]; then
        tail -n 40 "$RESULTS/$name.log"
        broken "$name ended without a report (exit status $status; all of it: $RESULTS/$name.log)"
        return
    fi
    local bad=$(($(count failed "$report") + $(count errors "$report")))
    if ((bad == 0 && status != 0 && $(count total "$report") > 0)); then bad=1; fi
    passed=$((passed + $(count passed "$report")))
    skipped=$((skipped + $(count skipped "$report") + $(count not-run "$report")))
    failed=$((failed + bad))
    if ((bad > 0)); then grep -v '^info:' "$RESULTS/$name.log" | grep -A 25 -E '\[FAIL\]|^=== |rror' | head -n 400 || true; fi
    tail -n 1 "$RESULTS/$name.log"
}

trap finish EXIT
trap 'exit 130' INT TERM HUP
need_sdk
make_state
need_chromium
only_one "$STATE/test.lock" "the tests already run in this checkout"
rm -rf "$RESULTS"
mkdir -p "$RESULTS"
cd "$ROOT"

echo "== format"
dotnet tool restore -v q 9>&- >"$RESULTS/tools.log" || { cat "$RESULTS/tools.log" && fail "the tools of .config/dotnet-tools.json could not be restored"; }
dotnet csharpier check . 9>&- || broken "not formatted: dotnet csharpier format ."
echo "== build"
dotnet build CrisisCommand.sln -c Release -warnaserror -v q -nologo 9>&- || fail "the build failed"

if ! "$ROOT/ops/postgres.sh" status >/dev/null; then
    postgres_started=yes
    "$ROOT/ops/postgres.sh" start 9>&-
fi
ConnectionStrings__CrisisCommand="$("$ROOT/ops/postgres.sh" url postgres)"
export ConnectionStrings__CrisisCommand
check_generated_code
while IFS= read -r project; do
    run_tests "$project"
done < <(find "$ROOT/tests" -name '*Tests.csproj' | sort)
((passed + failed > 0)) || broken "no test ran"
exit 0
