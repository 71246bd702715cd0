#!/usr/bin/env bash
# The crash test in its long form: the product killed (-9) and PostgreSQL killed or stopped at once, under load, and every client's
# ledger held against the journal afterwards; and the control that must fail. Arguments: kills of the product (20), of PostgreSQL (5).
set -euo pipefail
CRISISCOMMAND_DATA="$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/.data/crash"
export CRISISCOMMAND_DATA
# shellcheck source=ops/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

[[ ${1:-20} =~ ^[0-9]+$ && ${2:-5} =~ ^[0-9]+$ ]] || fail "two numbers: kills of the product, and of PostgreSQL"
need_sdk
make_state
only_one "$STATE/crash.lock" "the crash test already runs in this checkout"
# The assembly's other tests have a database in this server; the crash test's own server is the one that dies.
trap '"$ROOT/ops/postgres.sh" stop' EXIT
trap 'exit 130' INT TERM HUP
dotnet build "$ROOT/CrisisCommand.sln" -c Release -v q -nologo >&2 9>&-
"$ROOT/ops/postgres.sh" start 9>&-
ConnectionStrings__CrisisCommand="$("$ROOT/ops/postgres.sh" url postgres)"
export ConnectionStrings__CrisisCommand CRISISCOMMAND_CRASH_PRODUCT="${1:-20}" CRISISCOMMAND_CRASH_DATABASE="${2:-5}"
dotnet "$ROOT/tests/CrisisCommand.IntegrationTests/bin/Release/net10.0/CrisisCommand.IntegrationTests.dll" \
    -noColor -noLogo -showLiveOutput -class "*.CrashTests" 9>&- | grep -v '^info:'
