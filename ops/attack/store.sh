# shellcheck shell=bash
# What whoever has the product's own access to the embedded database can spoil. Left out where the product runs on another server.
have psql || exit 0
[[ -s $STATE/postgres.port && -s $STATE/postgres.runtime.password && -s $STATE/postgres.password ]] || exit 0

as() { PGPASSWORD="$(cat "$STATE/postgres$2.password")" psql -X -qAt -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$(cat "$STATE/postgres.port")" -U "$1" -d crisiscommand; }
runtime() { as crisiscommand_runtime .runtime; }
admin() { as crisiscommand ""; }

# spoil WHO WHAT SQL: held when the database refuses it. Rolled back either way.
spoil() {
    if printf 'begin;\n%s;\nrollback;\n' "$3" | "$1" >"$WORK/body" 2>&1; then
        broken "$2" "$1 may"
    elif grep -qE 'permission denied|must be|Events are for ever|cannot' "$WORK/body"; then
        held "$2" "$1: $(grep -oE 'ERROR.*' "$WORK/body" | head -n 1 | cut -c1-60)"
    else
        broken "$2" "$(head -c 160 "$WORK/body" | tr '\n\t' '  ')"
    fi
}

for who in runtime admin; do
    spoil "$who" "an event changed" "update crisis.mt_events set data = '{}'"
    spoil "$who" "the journal deleted" "delete from crisis.mt_events"
    spoil "$who" "the journal emptied" "truncate crisis.mt_events"
    spoil "$who" "streams deleted, their events with them" "truncate crisis.mt_streams cascade"
done
spoil runtime "the guard dropped" "drop trigger events_are_for_ever on crisis.mt_events"
spoil runtime "the guard asleep" "set session_replication_role = replica"
spoil runtime "the owner's role taken" "set role crisiscommand_owner"
spoil runtime "a table of its own" "create table crisis.mine (id int)"
spoil runtime "words rewritten" "update crisis.mt_doc_opening set data = '{}'"
spoil runtime "an answer forgotten" "delete from crisis.mt_doc_receipt"
