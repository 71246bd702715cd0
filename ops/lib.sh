# shellcheck shell=bash
# What the scripts of ops/ share; sourced, never run.

ROOT="$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
# Everything a running checkout writes; CRISISCOMMAND_DATA gives the tests a server of their own.
STATE="${CRISISCOMMAND_DATA:-$ROOT/.data}"
[[ $STATE == /* ]] || STATE="$PWD/$STATE"

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "$(basename "$0"): $*"
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# The folder is open to enter, not to list: the database's own user must get through to its data; every secret in it is 0600.
make_state() {
    mkdir -p "$STATE"
    chmod 0711 "$STATE" 2>/dev/null || true
}

# only_one FILE MESSAGE: holds FILE's lock until this script ends. Children that outlive it must be started with 9>&-.
only_one() {
    have flock || return 0
    exec 9>"$1"
    flock -n 9 || fail "$2"
}

need_sdk() {
    local folder
    for folder in "${DOTNET_ROOT:-}" "$HOME/.dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/local/share/dotnet; do
        if ! have dotnet && [[ -n $folder && -x $folder/dotnet ]]; then PATH="$folder:$PATH"; fi
    done
    have dotnet || fail "the .NET 10 SDK is missing: no 'dotnet' on the PATH. Install it: apt-get install dotnet-sdk-10.0 (or your system's package of that name)"
    dotnet --list-sdks | grep -q '^10\.' ||
        fail "the .NET 10 SDK is missing: 'dotnet' has $(dotnet --list-sdks | cut -d' ' -f1 | paste -sd, - | sed 's/^$/no SDK at all/'). Install it: apt-get install dotnet-sdk-10.0"
    export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
    # No compiler or build node stays behind to hold a caller's pipe or the checkout's files.
    export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false DOTNET_CLI_USE_MSBUILD_SERVER=0
}

# The browser of the board tests: Debian's own, with a font that has Swedish letters.
need_chromium() {
    local admin=()
    [[ -n ${CRISISCOMMAND_CHROMIUM:-} ]] && return
    if ! have chromium && have apt-get; then
        [[ $EUID -eq 0 ]] || admin=(sudo -n)
        say "Installing Chromium ..."
        {
            "${admin[@]}" apt-get update -q &&
                "${admin[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends chromium fonts-liberation
        } >"$STATE/chromium.log" 2>&1 9>&- || true
    fi
    have chromium || fail "chromium is missing (see $STATE/chromium.log). Install it: apt-get install chromium; or name one: CRISISCOMMAND_CHROMIUM"
    CRISISCOMMAND_CHROMIUM="$(command -v chromium)"
    export CRISISCOMMAND_CHROMIUM
}

# The wrong clock of the tests: a library that tells one process another time.
need_faketime() {
    local admin=() library
    [[ -n ${CRISISCOMMAND_FAKETIME:-} ]] && return
    library="$(find /usr/lib -name libfaketime.so.1 2>/dev/null | head -n 1)"
    if [[ -z $library ]] && have apt-get; then
        [[ $EUID -eq 0 ]] || admin=(sudo -n)
        say "Installing libfaketime ..."
        {
            "${admin[@]}" apt-get update -q &&
                "${admin[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends faketime
        } >"$STATE/faketime.log" 2>&1 9>&- || true
        library="$(find /usr/lib -name libfaketime.so.1 2>/dev/null | head -n 1)"
    fi
    [[ -n $library ]] || fail "libfaketime is missing (see $STATE/faketime.log). Install it: apt-get install faketime; or name one: CRISISCOMMAND_FAKETIME"
    CRISISCOMMAND_FAKETIME="$library"
    export CRISISCOMMAND_FAKETIME
}

# For the checks of the pages' modules; the product itself needs no Node.js.
need_node() {
    local admin=()
    if ! { have node && have npm; } && have apt-get; then
        [[ $EUID -eq 0 ]] || admin=(sudo -n)
        say "Installing Node.js ..."
        {
            "${admin[@]}" apt-get update -q &&
                "${admin[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends nodejs npm
        } >"$STATE/node.log" 2>&1 9>&- || true
    fi
    { have node && have npm; } || fail "Node.js is missing (see $STATE/node.log). Install it: apt-get install nodejs npm"
}

# build_product FOLDER: publishes the host into FOLDER/host and the development identity into FOLDER/identity, unless nothing changed.
build_product() {
    local stamp="$1/built"
    if [[ -f $stamp && -z "$(find "$ROOT"/src "$ROOT"/*.props "$ROOT"/global.json -newer "$stamp" \
        -not -path '*/bin/*' -not -path '*/obj/*' -print -quit)" ]]; then
        return
    fi
    say "Building ..."
    # Into a folder of its own: a build or a test run in the same checkout does not pull the assemblies from under what serves.
    rm -rf "$1"
    dotnet publish "$ROOT/src/CrisisCommand" -c Release -o "$1/host" -v q -nologo >&2 9>&-
    dotnet build "$ROOT/src/CrisisCommand.DevelopmentIdentity" -c Release -o "$1/identity" -v q -nologo >&2 9>&-
    touch "$stamp"
}

# development_identity FOLDER: the environment, as NAME=VALUE lines, that lets a host load the identity it does not reference.
development_identity() {
    printf '%s\n' \
        "DOTNET_STARTUP_HOOKS=$1/CrisisCommand.DevelopmentIdentity.dll" \
        "ASPNETCORE_HOSTINGSTARTUPASSEMBLIES=CrisisCommand.DevelopmentIdentity"
}

# db_apply FOLDER: by the build in it, to the database that the environment names.
db_apply() {
    local identity=()
    mapfile -t identity < <(development_identity "$1/identity")
    (cd "$1/host" && env "${identity[@]}" ASPNETCORE_ENVIRONMENT=Development dotnet CrisisCommand.dll db-apply 9>&-) >"$STATE/db-apply.log" 2>&1 || {
        tail -n 20 "$STATE/db-apply.log" >&2
        fail "the schema could not be applied (all of it: $STATE/db-apply.log)"
    }
}

# apply_schema FOLDER [NAME]: the schema of that database of the embedded server is as that build wants it, applied with the owner's role.
# Left out when neither the build nor the schema has changed since: it takes as long as a start.
apply_schema() {
    local name="${2:-crisiscommand}" mark stamp
    stamp="$STATE/schema.$name"
    mark="$(stat -c %Y "$1/built") $("$ROOT/ops/postgres.sh" roles "$name")"
    if [[ -f $stamp && "$(cat "$stamp")" == "$mark" ]]; then return; fi
    ConnectionStrings__CrisisCommand="$("$ROOT/ops/postgres.sh" url "$name" owner)" Database__RuntimeRole=crisiscommand_runtime db_apply "$1"
    printf '%s %s\n' "$(stat -c %Y "$1/built")" "$("$ROOT/ops/postgres.sh" roles "$name")" >"$stamp"
}

product_url() {
    if [[ -n ${CRISISCOMMAND_URL:-} ]]; then
        printf '%s' "${CRISISCOMMAND_URL%/}"
    elif [[ -f $STATE/url ]]; then
        cat "$STATE/url"
    fi
}
