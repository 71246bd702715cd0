#!/usr/bin/env bash
# The embedded PostgreSQL of this checkout, for run, test and bench.
#   start         initialise if new, start, make the database crisiscommand and its roles
#   stop          fast and clean
#   remove        stop, and delete its data: all that the databases hold is lost
#   status        exit 0 when it runs, 3 when not
#   url [NAME [ROLE]]  that database's Npgsql connection string: as admin, the superuser (if none is said), owner or runtime
#   roles [NAME]  the roles and owners of that database as they are to be; prints a mark that changes when its schema does
#   ensure NAME   make the database unless it is there
#   fresh NAME    an empty database of that name, whatever was in it before
# CRISISCOMMAND_FSYNC: off for tests alone, where the machine itself is never cut off. CRISISCOMMAND_CONNECTIONS: how many at once (200).
# PG_BIN: the folder of initdb and postgres. CRISISCOMMAND_DATA: the folder to keep state in instead of .data.
set -euo pipefail
# shellcheck source=ops/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

DATABASE=crisiscommand
# The superuser, for this script and for looking after the server; the owner, for db-apply; the role that the product runs as.
ADMIN=crisiscommand
OWNER=crisiscommand_owner
RUNTIME=crisiscommand_runtime

# ---- the programs -------------------------------------------------------------------------------------------------

bin_folders() {
    if [[ -n ${PG_BIN:-} ]]; then
        printf '%s\n' "$PG_BIN"
        return
    fi
    if have postgres; then dirname "$(readlink -f "$(command -v postgres)")"; fi
    printf '%s\n' /usr/lib/postgresql/*/bin /usr/pgsql-*/bin | sort -Vr
}

# A data directory is opened by its own major version only; a new one takes the first found.
find_bin() {
    local folder want=""
    [[ -f $DATA/PG_VERSION ]] && want="$(cat "$DATA/PG_VERSION")"
    BIN=""
    while IFS= read -r folder; do
        [[ -x $folder/initdb && -x $folder/postgres && -x $folder/pg_ctl && -x $folder/psql ]] || continue
        [[ -z $want || "$("$folder/postgres" --version)" =~ \)\ "$want"([^0-9]|$) ]] || continue
        BIN="$folder"
        return 0
    done < <(bin_folders)
    [[ -z $want ]] || fail "the data in $DATA is of PostgreSQL $want, and no server of that version was found. Install it: apt-get install postgresql-$want (or set PG_BIN)"
    return 1
}

install_postgres() {
    local missing="PostgreSQL's server programs (initdb, postgres, pg_ctl, psql) were not found on the PATH, under /usr/lib/postgresql or in PG_BIN"
    local admin=()
    [[ -z ${PG_BIN:-} ]] || fail "$missing=$PG_BIN"
    have apt-get || fail "$missing. Install your system's PostgreSQL server package (15 or later)"
    if [[ $EUID -ne 0 ]]; then
        if ! have sudo || ! sudo -n true 2>/dev/null; then
            fail "$missing. Install them: sudo apt-get install postgresql"
        fi
        admin=(sudo -n)
    fi
    say "PostgreSQL's server programs are missing; installing them with apt-get ..."
    {
        "${admin[@]}" apt-get update -q &&
            "${admin[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends postgresql-common &&
            # The package would start a server of its own on 5432; we only want the programs.
            "${admin[@]}" sed -ri 's/^#?(create_main_cluster).*/\1 = false/' /etc/postgresql-common/createcluster.conf &&
            "${admin[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends postgresql
    } >"$STATE/apt.log" 2>&1 || {
        tail -n 5 "$STATE/apt.log" >&2
        fail "apt-get could not install them (all of it: $STATE/apt.log). Install them: apt-get install postgresql"
    }
}

# ---- whose, and where ---------------------------------------------------------------------------------------------

# PostgreSQL refuses to run as root: root hands it to the data's owner, or to 'postgres', or to a user made for it.
find_user() {
    RUNNER="$(id -un)"
    local owner=""
    [[ -d $DATA ]] && owner="$(stat -c %U "$DATA")"
    if [[ $EUID -ne 0 ]]; then
        [[ -z $owner || $owner == "$RUNNER" ]] ||
            fail "the data in $DATA belongs to $owner, and this is $RUNNER: run as root, or remove it ('rm -rf' loses what it holds)"
    elif [[ -n $owner && $owner != root && $owner != UNKNOWN ]]; then
        RUNNER="$owner"
    else
        RUNNER=postgres
        if ! id "$RUNNER" >/dev/null 2>&1; then
            RUNNER=crisiscommand
            id "$RUNNER" >/dev/null 2>&1 || useradd --system --no-create-home --shell /usr/sbin/nologin "$RUNNER" ||
                fail "PostgreSQL does not run as root, and no user could be made for it: useradd --system $RUNNER"
        fi
    fi
}

as_runner() {
    if [[ $RUNNER == "$(id -un)" ]]; then
        (cd / && "$@" 9>&- </dev/null)
    else
        (cd / && runuser -u "$RUNNER" -- "$@" 9>&- </dev/null)
    fi
}

# try_folder PATH: true when the server's user can keep private files there.
try_folder() {
    mkdir -p "$1" 2>/dev/null && chown "$RUNNER" "$1" 2>/dev/null && chmod 0700 "$1" 2>/dev/null &&
        as_runner test -w "$1" -a -x "$1" 2>/dev/null
}

resolve_data() { DATA="$(readlink -f "$STATE/postgres" || true)"; }

# Beside the checkout's other state; when root's checkout lies behind a folder the server's user cannot enter (0700, as
# /root is), under /var/lib with a link. Not /var/tmp: what is old there is swept away.
place_data() {
    [[ -d $DATA ]] && return
    if [[ -L $STATE/postgres ]]; then
        say "the data directory $DATA is gone; starting with an empty one"
    elif try_folder "$STATE/postgres.new"; then
        DATA="$STATE/postgres"
        return
    else
        rmdir "$STATE/postgres.new" 2>/dev/null || true
        DATA="/var/lib/crisiscommand-$HASH/postgres"
    fi
    mkdir -p "$(dirname "$DATA")" && chmod 0711 "$(dirname "$DATA")"
    ln -sfn "$DATA" "$STATE/postgres"
    try_folder "$DATA.new" || fail "user $RUNNER cannot keep files in $(dirname "$DATA")"
}

# A socket's path holds 108 bytes at most.
place_socket() {
    SOCKET="$(dirname "$DATA")/run"
    if ((${#SOCKET} > 80)); then
        SOCKET="/tmp/crisiscommand-$HASH"
        if [[ -L $SOCKET || (-e $SOCKET && "$(stat -c %U "$SOCKET")" != "$RUNNER") ]]; then fail "$SOCKET belongs to somebody else"; fi
    fi
    try_folder "$SOCKET" || fail "user $RUNNER cannot keep its socket in $SOCKET"
}

initialise() {
    local new="$DATA.new" locale=C.UTF-8 pwfile
    locale -a 2>/dev/null | grep -qi '^C\.utf-\?8$' || locale=C
    rm -rf "$new"
    try_folder "$new" || fail "user $RUNNER cannot keep files in $new"
    pwfile="$SOCKET/password"
    (umask 077 && printf '%s\n' "$(password)" >"$pwfile")
    chown "$RUNNER" "$pwfile"
    as_runner "$BIN/initdb" -D "$new" -U "$ADMIN" --pwfile="$pwfile" --auth=scram-sha-256 --encoding=UTF8 \
        --locale="$locale" --lc-messages=C --data-checksums >"$STATE/initdb.log" 2>&1 || {
        rm -f "$pwfile"
        tail -n 5 "$STATE/initdb.log" >&2
        fail "initdb failed (all of it: $STATE/initdb.log)"
    }
    rm -f "$pwfile"
    printf "include 'crisiscommand.conf'\n" | as_runner_write "$new/postgresql.conf"
    # Renamed only when whole: an initdb that was killed leaves nothing that looks like a database.
    mv -T "$new" "$DATA"
}

# Appends stdin to a file of the server's user.
as_runner_write() { cat >>"$1" && chown "$RUNNER" "$1"; }

# password [ROLE]: of the superuser, or of that role.
password() {
    local file="$STATE/postgres${1:+.$1}.password"
    if [[ ! -s $file ]]; then
        (umask 077 && od -An -N24 -tx1 /dev/urandom | tr -d ' \n' >"$file")
    fi
    cat "$file"
}

port() {
    # Below the range that outgoing connections take their ports from; each checkout begins its search elsewhere.
    [[ -s $STATE/postgres.port ]] || printf '%s' $((20000 + HASH % 10000)) >"$STATE/postgres.port"
    cat "$STATE/postgres.port"
}

# ---- running it ---------------------------------------------------------------------------------------------------

configure() {
    cat >"$DATA/crisiscommand.conf" <<CONF
# Written by ops/postgres.sh at every start.
listen_addresses = '127.0.0.1'
port = $(port)
unix_socket_directories = '$SOCKET'
unix_socket_permissions = 0700
password_encryption = scram-sha-256
max_connections = ${CRISISCOMMAND_CONNECTIONS:-200}
shared_buffers = 256MB
fsync = ${CRISISCOMMAND_FSYNC:-on}
synchronous_commit = on
full_page_writes = on
client_connection_check_interval = 1s      # the locks of a node that was killed are free after a second
idle_in_transaction_session_timeout = 30s  # a node that hangs in a transaction holds up one crisis at most so long
tcp_keepalives_idle = 30
tcp_keepalives_interval = 5
tcp_keepalives_count = 3
timezone = 'UTC'
log_timezone = 'UTC'
log_line_prefix = '%m [%p] %a '
CONF
    chown "$RUNNER" "$DATA/crisiscommand.conf"
}

server_pid() { head -n 1 "$DATA/postmaster.pid" 2>/dev/null || true; }

# A pid file outlives kill -9 and a restart of the machine, and its number may by then be anybody's: look at the command line.
runs() {
    local pid command
    pid="$(server_pid)"
    [[ $pid =~ ^[0-9]+$ ]] && kill -0 "$pid" 2>/dev/null || return 1
    if [[ -r /proc/$pid/cmdline ]]; then
        command="$(tr '\0' ' ' <"/proc/$pid/cmdline")"
    else
        command="$(ps -o args= -p "$pid" || true)"
    fi
    [[ $command == *postgres* && $command == *"$DATA"* ]]
}

# PostgreSQL clears its own stale pid file, and needs it to see sessions that outlived it; only a number that has become
# another process's, which makes it refuse to start, is ours to clear.
forget_foreign_pid() {
    local pid
    pid="$(server_pid)"
    if [[ $pid =~ ^[0-9]+$ ]] && kill -0 "$pid" 2>/dev/null; then rm -f "$DATA/postmaster.pid"; fi
}

start() {
    local attempt before new log
    make_state
    if have flock; then
        exec 9>"$STATE/postgres.lock"
        flock -w 120 9 || fail "another ops/postgres.sh has been busy for two minutes ($STATE/postgres.lock)"
    fi
    find_bin || {
        install_postgres
        find_bin || fail "apt-get installed PostgreSQL, but its programs are not under /usr/lib/postgresql; set PG_BIN"
    }
    find_user
    place_data
    place_socket
    runs && return
    [[ -f $DATA/PG_VERSION ]] || initialise
    forget_foreign_pid
    log="$SOCKET/postgres.log"
    if [[ -f $log ]] && (($(stat -c %s "$log") > 10000000)); then mv "$log" "$log.1"; fi
    ln -sfn "$log" "$STATE/postgres.log"
    for attempt in {1..60}; do
        configure
        before="$(stat -c %s "$log" 2>/dev/null || echo 0)"
        as_runner "$BIN/pg_ctl" -D "$DATA" -l "$log" -w -t 300 start >/dev/null 2>&1 && break
        new="$(tail -c "+$((before + 1))" "$log" 2>/dev/null || true)"
        if ((attempt == 60)); then
            printf '%s\n' "$new" >&2
            fail "PostgreSQL does not start; see $STATE/postgres.log"
        elif [[ $new == *"Address already in use"* || $new == *"could not bind"* ]]; then
            printf '%s' $((20000 + (HASH + RANDOM) % 10000)) >"$STATE/postgres.port"
        elif [[ $new == *"pre-existing shared memory block"* || $new == *"lock file"* ]]; then
            sleep 0.5 # sessions of a killed server that have not yet noticed
        else
            printf '%s\n' "$new" >&2
            fail "PostgreSQL does not start; see $STATE/postgres.log"
        fi
    done
    roles "$DATABASE" >/dev/null
}

stop() {
    [[ -d $DATA ]] || return 0
    find_user
    runs || return 0
    find_bin || fail "PostgreSQL's pg_ctl was not found; set PG_BIN"
    as_runner "$BIN/pg_ctl" -D "$DATA" -m fast -w -t 120 stop >/dev/null || fail "PostgreSQL does not stop; see $STATE/postgres.log"
}

sql() {
    PGPASSWORD="$(password)" PGCONNECT_TIMEOUT=10 PGOPTIONS='-c client_min_messages=warning' \
        "$BIN/psql" -X -h 127.0.0.1 -p "$(port)" -U "$ADMIN" -d postgres -v ON_ERROR_STOP=1 -qAt "$@" 9>&-
}

valid() {
    [[ ${1:-} =~ ^[a-z][a-z0-9_]{0,62}$ ]] || fail "a database's name is lower-case letters, digits and _, a letter first: '${1:-}'"
}

must_run() {
    runs || fail "PostgreSQL does not run; start it: ops/postgres.sh start"
    find_bin || fail "PostgreSQL's psql was not found; set PG_BIN"
}

# A node that serves meanwhile may hold what this needs, and wait for what this holds: the server ends one of the two, and it is done again.
roles() {
    local tries=5 told
    until told="$(apply_roles "$1" 2>&1)"; do
        tries=$((tries - 1))
        if [[ $told != *"deadlock detected"* ]] || ((tries == 0)); then fail "$told"; fi
    done
    printf '%s\n' "$told"
}

# The passwords on standard input: what stands on a command line, every user of the machine may read.
apply_roles() {
    {
        printf "\\\\set %s '%s'\n" database "$1" owner "$OWNER" owner_password "$(password owner)" \
            runtime "$RUNTIME" runtime_password "$(password runtime)"
        cat "$ROOT/ops/roles.sql"
    } | sql -f -
}

url() {
    local name="${1:-$DATABASE}" user="$ADMIN" secret=""
    case "${2:-admin}" in
    admin) ;;
    owner) user="$OWNER" secret=owner ;;
    runtime) user="$RUNTIME" secret=runtime ;;
    *) fail "the roles are admin, owner and runtime, and not '$2'" ;;
    esac
    [[ -s $STATE/postgres.port && -s $STATE/postgres.password ]] || fail "PostgreSQL has never run here; start it: ops/postgres.sh start"
    echo "Host=127.0.0.1;Port=$(port);Database=$name;Username=$user;Password=$(password $secret)"
}

ensure() {
    [[ -n "$(sql -c "select 1 from pg_database where datname = '$1'")" ]] || sql -c "create database \"$1\" template template0"
}

fresh() {
    # Nobody is to take the new one for a copy of what was there before.
    [[ $1 != "$DATABASE" ]] || rm -f "$STATE/postgres.installation"
    sql -c "drop database if exists \"$1\" with (force)" -c "create database \"$1\" template template0"
}

HASH="$(printf '%s' "$STATE" | cksum | cut -d' ' -f1)"
resolve_data
case "${1:-}" in
start) start ;;
stop) stop ;;
remove)
    stop
    [[ ! -d $DATA ]] || rm -rf "$DATA" "$(dirname "$DATA")/run"
    # The folder under /var/lib, where there is one: the state's own stays, whoever calls may go on in it.
    [[ "$(dirname "$DATA")" -ef "$STATE" ]] || rmdir "$(dirname "$DATA")" 2>/dev/null || true
    rm -rf "$STATE"/postgres*
    ;;
status)
    if runs; then
        echo "PostgreSQL runs on port $(port), pid $(server_pid), data in $DATA"
    else
        echo "PostgreSQL does not run"
        exit 3
    fi
    ;;
url)
    valid "${2:-$DATABASE}"
    url "${2:-}" "${3:-}"
    ;;
roles)
    valid "${2:-$DATABASE}"
    must_run
    roles "${2:-$DATABASE}"
    ;;
ensure | fresh)
    valid "${2:-}"
    must_run
    "$1" "$2"
    ;;
*)
    sed -n '2,12s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac
