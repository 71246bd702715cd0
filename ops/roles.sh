#!/usr/bin/env bash
# Inside the PostgreSQL container of docker-compose.yml: makes the roles and the database, or gives the roles their passwords anew.
# The passwords on standard input: what stands on a command line, every process of the container may read.
set -euo pipefail
{
    printf "\\\\set %s '%s'\n" database crisiscommand owner crisiscommand_owner owner_password "$CRISISCOMMAND_DB_OWNER_PASSWORD" \
        runtime crisiscommand_runtime runtime_password "$CRISISCOMMAND_DB_PASSWORD"
    cat /crisiscommand/roles.sql
} | psql -X -qAt -v ON_ERROR_STOP=1 -U "${POSTGRES_USER:-postgres}" -d postgres -f - >/dev/null
