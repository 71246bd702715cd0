# shellcheck shell=bash
# A machine that raises alarms as fast as it can: what it makes people's phones do is counted, and what is held back is listed.
before="$(api operator GET '/notices?limit=200' >/dev/null && grep -o '"purpose":"alert"' "$WORK/body" | wc -l)"
for n in {1..40}; do
    api tib POST /alarms -H 'Content-Type: application/json' \
        -d "{\"source\":\"tib\",\"kind\":\"storm\",\"place\":\"Prov\",\"text\":\"Flod $n\",\"identifier\":\"flood-$$-$n\"}" >/dev/null
done
for _ in {1..20}; do
    api operator GET /notices/held >/dev/null
    waiting="$(grep -o '"held":[0-9]*' "$WORK/body" | cut -d: -f2 | sort -n | tail -n 1)"
    ((${waiting:-0} > 0)) && break
    sleep 0.5
done
after="$(api operator GET '/notices?limit=200' >/dev/null && grep -o '"purpose":"alert"' "$WORK/body" | wc -l)"
if ((${waiting:-0} > 0 && after - before <= 6)); then
    held "a flood is one call" "40 alarms: $((after - before)) messages, $waiting counted for the next line"
else
    broken "a flood is one call" "40 alarms: $((after - before)) messages, ${waiting:-0} counted for the next line"
fi
