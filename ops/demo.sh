#!/usr/bin/env bash
# Plays a fire in Skärholmen through the public HTTP API, from the city's alarm to the stand-down, and prints its timeline.
#   ops/demo.sh [REALM]   the realm to play in; live
# Asks the product that ops/run.sh serves from this checkout, or the one at CRISISCOMMAND_URL (on this machine).
set -euo pipefail
{ export LC_ALL=C.UTF-8; } 2>/dev/null # columns are counted in signs, not in bytes
# shellcheck source=ops/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

have curl || fail "curl is missing. Install it: apt-get install curl"
URL="$(product_url)"
[[ -n $URL ]] || fail "the product does not run from this checkout. Start it: ops/run.sh"
REALM="${1:-live}"
[[ $REALM =~ ^[a-z0-9-]+$ ]] || fail "'$REALM' is no realm"
# shellcheck source=ops/demo/client.sh
source "$ROOT/ops/demo/client.sh"

FUNCTIONS=(crisis-leader chief-of-staff situation documentation communications property-operations security-liaison people-support business-support)
declare -A NAMES=(
    [crisis-leader]="Krisledare (VD)" [chief-of-staff]="Stabschef" [situation]="Lägesbild och analys" [documentation]="Dokumentation"
    [communications]="Kommunikation" [property-operations]="Fastighet och drift" [security-liaison]="Säkerhet och samverkan"
    [people-support]="Personal och hyresgäststöd" [business-support]="Verksamhetsstöd"
)
incident="" crisis="" situation_report="" entry="" task="" receipt=""

step() { printf '  %s%*s %s\n' "$1" $((28 - ${#1})) "" "$2"; }

holder_of() { if [[ $1 == crisis-leader ]]; then printf vd; else printf '%s' "$1"; fi; }

# The bundled alarm under a name and time of its own, so that every demonstration is a new incident.
alarm() {
    sed -e "s|<identifier>[^<]*|<identifier>DEMO-$(key)|" -e "s|<sent>[^<]*|<sent>$(ago 0 | sed 's/Z$/+00:00/')|" \
        -e "s|<onset>[^<]*|<onset>$(ago 11 | sed 's/Z$/+00:00/')|" "$ROOT/ops/demo/alarm.xml"
}

alarm_comes() {
    post tib /alarms "$(alarm)" application/cap+xml
    incident="$(field incidentId)"
    step "TiB" "larmar (CAP): brand i trapphus, Ekholmen 3, Skärholmen"
    post jour "/incidents/$incident/verification" "$(json verified =true text 'Vår fastighetsjour är på plats och bekräftar kraftig rök i trapphus A och B.')"
    step "Jouren" "bekräftar larmet"
    post jour "/incidents/$incident/assessment" "$(json severity severe text 'Tolv lägenheter utryms, värme och el till trapphus A är avstängda.')"
    step "Jouren" "bedömer händelsen som allvarlig"
}

klo_comes() {
    post vd /crises "$(json kind fire title 'Brand i flerbostadshus, Ekholmen 3' evenSo =true meetingPlace 'Hornsgatan, krisledningsrummet' incidentIds "=[\"$incident\"]" \
        reason 'Fara för hyresgästers liv, många evakuerade, större skador på byggnaden än vad jouren hanterar.')"
    crisis="$(field crisisId)"
    step "${NAMES[crisis-leader]}" "förklarar kris och sammankallar KLO; nio funktioner kallas in"
    local function
    for function in "${FUNCTIONS[@]}"; do
        post "$(holder_of "$function")" "/crises/$crisis/functions/$function/answer" "$(json answer coming eta "$(ahead 25)")"
    done
    step "KLO" "alla nio svarar att de kommer"
    for function in "${FUNCTIONS[@]}"; do
        post "$(holder_of "$function")" "/crises/$crisis/functions/$function/staffing" "$(json personId "$(holder_of "$function")")"
        step "${NAMES[$function]}" "är på plats"
    done
}

situation_is_reported() {
    post situation "/crises/$crisis/situation" "$(json text 'Branden är under kontroll men inte släckt. Tolv lägenheter utrymda, 31 personer. Fyra till sjukhus med lindriga skador.' \
        status '=[{"area":"skarholmen","status":"critical","text":"Trapphus A och B utan värme och el"},{"function":"people-support","status":"strained"}]')"
    situation_report="$(field eventId)"
    step "${NAMES[situation]}" "lämnar lägesrapport"
}

decisions_are_taken() {
    get vd "/crises/$crisis/board"
    receipt="$(header Board-Receipt)"
    [[ -n $receipt ]] || stop GET vd "/crises/$crisis/board" "" "utan Board-Receipt"
    post vd "/crises/$crisis/decisions" "$(json decision 'Vi öppnar mottagningsplats i Skärholmens sim- och idrottshall.' \
        motive 'Evakuerade behöver värme, mat och besked i natt; hallen ligger 600 meter bort och kan öppna inom en timme.' \
        alternatives 'Hotell direkt (för få rum nära), bolagets samlingslokal (för liten).' \
        basis "${situation_report:+=[\"$situation_report\"]}" executor people-support dueAt "$(ahead 60)" receipt "$receipt")"
    step "${NAMES[crisis-leader]}" "beslut 1: mottagningsplats, med kvitto på den lägestavla hon såg"
    post vd "/crises/$crisis/decisions" "$(json decision 'Inga hyresgäster flyttar tillbaka före klockan 12 i morgon.' \
        motive 'Elen måste kontrolleras och röken vädras ut först.' executor property-operations)"
    step "${NAMES[crisis-leader]}" "beslut 2: ingen återflytt före klockan 12"
    post vd "/crises/$crisis/decisions" "$(json decision 'Vi lägger ut information på svenska, engelska, arabiska och somaliska varje timme.' \
        motive 'Rykten sprids i området och många når vi inte på svenska.' executor communications dueAt "$(ahead 30)")"
    step "${NAMES[crisis-leader]}" "beslut 3: information varje timme"
    post vd "/crises/$crisis/decisions/2/revision" "$(json decision 'Trapphus B får flytta tillbaka i kväll; trapphus A inte före klockan 12 i morgon.' \
        motive 'Räddningstjänsten har lämnat över trapphus B utan anmärkning.' why 'Nytt besked från räddningsledaren.')"
    step "${NAMES[crisis-leader]}" "ändrar beslut 2, som ersätts av beslut 4"
}

work_is_done() {
    post chief-of-staff "/crises/$crisis/tasks" "$(json text 'Bemanna mottagningsplatsen med sex personer, ta med filtar och laddare.' function people-support \
        dueAt "$(ahead 45)" decisionNumber =1)"
    task="$(field taskId)"
    step "Stabschef" "ger uppgift: bemanna mottagningsplatsen"
    post chief-of-staff "/crises/$crisis/tasks" "$(json text 'Beställ sanering och vakt till trapphus A.' function property-operations dueAt "$(ahead 90)")"
    step "Stabschef" "ger uppgift: sanering och vakt"
    post people-support "/crises/$crisis/tasks/$task/done" "$(json text 'Sex medarbetare på plats, filtar och mat utdelade.')"
    step "${NAMES[people-support]}" "uppgiften är utförd"
    post people-support "/crises/$crisis/decisions/1/execution" "$(json text 'Mottagningsplatsen är öppen, 27 av 31 evakuerade är registrerade där.')"
    step "${NAMES[people-support]}" "beslut 1 är verkställt"
}

# The report is written to the incident; how it reaches the crisis is the product's own affair, so we wait for it there.
incident_reports() {
    post jour "/incidents/$incident/reports" "$(json text 'Räddningstjänsten: branden är släckt, eftersläckning pågår. Orsaken troligen en elsparkcykel i källaren.' occurredAt "$(ago 4)")"
    step "Jouren" "rapporterar på händelsen: branden är släckt"
    local tries=100
    until get documentation "/crises/$crisis/timeline?kinds=incident_report_received&limit=200" && [[ $ANSWER == *'branden är släckt'* ]]; do
        ((tries-- > 0)) || stop GET documentation "/crises/$crisis/timeline?kinds=incident_report_received" "" "ingen rapport från händelsen på 20 sekunder"
        sleep 0.2
    done
    step "KLO" "rapporten har nått krisjournalen"
}

journal_is_kept() {
    post documentation "/crises/$crisis/entries" "$(json text 'TiB meddelar att 14 hushåll i trapphus A är evakuerade.' category contact)"
    entry="$(field eventId)"
    step "Dokumentation" "skriver i loggen"
    post documentation "/crises/$crisis/entries/$entry/correction" "$(json text 'TiB meddelar att 12 hushåll i trapphus A är evakuerade.' why 'Hörde fel i telefon; TiB har bekräftat 12.')"
    step "Dokumentation" "rättar loggposten; den första står kvar"
    post documentation "/crises/$crisis/entries" "$(json text 'Polisen spärrade av Bredholmsgatan.' occurredAt "$(ago 40)" category observation \
        lateReason 'Uppgiften kom först med polisens insatschef.')"
    step "Dokumentation" "för in en sen anteckning med skäl"
}

klo_goes() {
    post property-operations "/crises/$crisis/functions/property-operations/handover" "$(json to property-operations-1 \
        briefing 'Trapphus B i drift. Trapphus A: el avstängd, elektriker 07.00, sanering beställd.')"
    step "Fastighet och drift" "erbjuder överlämning till sin ersättare"
    post property-operations-1 "/crises/$crisis/functions/property-operations/handover/acceptance"
    step "Fastighet och drift" "ersättaren har tagit över"
    post chief-of-staff "/crises/$crisis/stand-down" "$(json text 'Alla beslut är verkställda eller övertagna av ordinarie organisation.')"
    step "${NAMES[chief-of-staff]}" "föreslår avveckling"
    post vd "/crises/$crisis/stand-down" "$(json text 'Branden är släckt, de evakuerade har tak över huvudet. Fortsatt arbete i ordinarie organisation under Boende och Lokaler.')"
    step "${NAMES[crisis-leader]}" "bekräftar som andra person: KLO avvecklas"
}

local_time() { TZ=Europe/Stockholm date -d "$1" '+%H:%M:%S' 2>/dev/null || printf '%s' "${1:11:8}Z"; }

print_timeline() {
    printf '\n%s\n' "Händelseförloppet, i den ordning det hände (GET /api/$REALM/crises/$crisis/timeline?order=occurred)"
    get auditor "/crises/$crisis/timeline?order=occurred&limit=200"
    local line occurred recorded function who mark
    while IFS= read -r line; do
        occurred="$(field occurredAt "$line")" recorded="$(field recordedAt "$line")" function="$(field function "$line")"
        who="$(field byName "$line")" mark=""
        if [[ -n $function ]]; then who+=", ${NAMES[$function]:-$function}"; fi
        if [[ ${occurred:0:16} != "${recorded:0:16}" ]]; then mark+=" [antecknat $(local_time "$recorded")]"; fi
        if [[ $line == *'"correctedBy":'* ]]; then mark+=" [rättad]"; fi
        printf '\n%4s  %s  %s%s\n' "$(field version "$line")" "$(local_time "$occurred")" "${who:-Systemet}" "$mark"
        field words "$line" | fold -s -w 96 | sed 's/^/      /; s/ *$//'
        printf '\n'
    done < <(objects) | sed '/^$/d'
}

print_where() {
    local page="$STATE/demo-$crisis.html"
    token auditor
    curl -sf -m 20 -H "Authorization: Bearer ${TOKENS[auditor]}" -H "Accept: text/html" -H "Accept-Language: sv" -o "$page" \
        "$URL/api/$REALM/crises/$crisis/after-action" || stop GET auditor "/crises/$crisis/after-action" "" "inget (Accept: text/html)"
    cat <<HERE

Se vidare
  uppföljningsrapport  $page  (öppna i en webbläsare, skriv ut som PDF)
    hämtas så här      curl -H "Authorization: Bearer \$(ops/token.sh auditor)" -H "Accept: text/html" $URL/api/$REALM/crises/$crisis/after-action
  i webbläsaren        $URL/$REALM/crises/$crisis (tavlan; därifrån tidsmaskin, logg och rapport)
  lägestavla som JSON  $URL/api/$REALM/crises/$crisis/board
  rå journal           $URL/api/$REALM/crises/$crisis/journal
  allt gränssnitt      $URL/swagger
HERE
}

make_state
printf '%s\n\n' "Demonstration: brand i Skärholmen (${REALM})"
alarm_comes
klo_comes
situation_is_reported
decisions_are_taken
work_is_done
incident_reports
journal_is_kept
klo_goes
print_timeline
print_where
