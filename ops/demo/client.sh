# shellcheck shell=bash
# A small client of the HTTP API: bash and curl alone. Sourced by ops/demo.sh.

declare -A TOKENS=()
ANSWER="" # the body of the last answer
HEADERS="$(mktemp)"
trap 'rm -f "$HEADERS"' EXIT

token() {
    if [[ -z ${TOKENS[$1]:-} ]]; then TOKENS[$1]="$("$ROOT/ops/token.sh" "$1")" || exit 1; fi
}

key() { if [[ -r /proc/sys/kernel/random/uuid ]]; then cat /proc/sys/kernel/random/uuid; else od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; fi; }

# call METHOD PERSON PATH [BODY [MEDIA-TYPE]]: the answer's body is left in ANSWER; anything but success ends the demonstration.
call() {
    local method="$1" person="$2" path="$3" body="${4:-}" type="${5:-application/json}" status
    local send=()
    token "$person"
    if [[ $method != GET ]]; then send+=(-H "Idempotency-Key: \"$(key)\""); fi
    if [[ -n $body ]]; then send+=(-H "Content-Type: $type" --data-binary "$body"); fi
    ANSWER="$(curl -s -m 20 -X "$method" -D "$HEADERS" -w '\n%{http_code}' -H "Authorization: Bearer ${TOKENS[$person]}" \
        -H "Accept-Language: sv" "${send[@]}" "$URL/api/$REALM$path")" || stop "$method" "$person" "$path" "$body" "inget svar (curl: $?)"
    status="${ANSWER##*$'\n'}" ANSWER="${ANSWER%$'\n'*}"
    [[ $status == 2* ]] || stop "$method" "$person" "$path" "$body" "$status"$'\n'"$ANSWER"
}

get() { call GET "$@"; }
post() { call POST "$@"; }

stop() {
    say ""
    say "AVBRUTET. $2 skickade: $1 $URL/api/$REALM$3"
    if [[ -n $4 ]]; then say "$4"; fi
    say "Svaret blev: $5"
    exit 1
}

# json NAME VALUE ...: a flat object; a value that begins with = is taken as it stands (numbers, lists, true), an empty one is left out.
json() {
    local object=""
    while (($# > 1)); do
        if [[ $2 == =* ]]; then
            object+=",\"$1\":${2:1}"
        elif [[ -n $2 ]]; then
            object+=",\"$1\":\"$(escape "$2")\""
        fi
        shift 2
    done
    printf '{%s}' "${object:1}"
}

escape() {
    local text="${1//\\/\\\\}"
    text="${text//\"/\\\"}"
    printf '%s' "${text//$'\n'/\\n}"
}

# field NAME [JSON]: the first string or number of that name in the last answer.
field() {
    local json="${2-$ANSWER}"
    if [[ $json =~ \"$1\":\"(([^\"\\]|\\.)*)\" ]]; then
        printf '%b' "${BASH_REMATCH[1]}"
    elif [[ $json =~ \"$1\":([0-9]+) ]]; then
        printf '%s' "${BASH_REMATCH[1]}"
    fi
}

# header NAME: of the last answer.
header() { sed -n "s/^$1: *//Ip" "$HEADERS" | tr -d '\r' | tail -n 1; }

# objects: the objects of a flat array in the last answer, one per line.
objects() { printf '%s\n' "$ANSWER" | sed -E 's/^\[//; s/\]$//; s/\},\{"eventId"/}\n{"eventId"/g'; }

ago() { date -u -d "-$1 minutes" +%Y-%m-%dT%H:%M:%SZ 2>/dev/null || date -u -v "-$1M" +%Y-%m-%dT%H:%M:%SZ; }
ahead() { date -u -d "+$1 minutes" +%Y-%m-%dT%H:%M:%SZ 2>/dev/null || date -u -v "+$1M" +%Y-%m-%dT%H:%M:%SZ; }
