# shellcheck shell=bash
# Ids that pass for others, and texts that read otherwise than they are.
for id in vd%0a vd%0D%0A vd%E2%80%8B system convener first-operator anybody live; do
    expect "a person called '$id'" 400 "$(json operator PUT "/persons/$id" '{"name":"Falsk"}')"
done
plan='{"functions":[{"key":"crisis-leader","name":"VD","mandate":"Leder","holder":"system","deputies":[]}]}'
expect "a plan led by 'system'" 400 "$(json vd PUT /klo/plans/attack-plan "$plan")"
expect "a text with an escape sequence" 400 "$(json jour POST /incidents '{"kind":"other","place":"Prov","text":"Porten \u001b[2K öppen"}')"
expect "a text that turns the writing direction" 400 "$(json jour POST /incidents '{"kind":"other","place":"Prov","text":"a\u202eb"}')"
expect "a text of hidden tags" 400 "$(json jour POST /incidents '{"kind":"other","place":"Prov","text":"Släck\udb40\udc48\udb40\udc69"}')"
expect "a text of nothing to be seen" 400 "$(json jour POST /incidents '{"kind":"other","place":"Prov","text":"\u200b\u3164"}')"
expect "emoji, Sámi and Arabic" 201 "$(json jour POST /incidents '{"kind":"other","place":"Guovdageaidnu","text":"👨‍👩‍👧 čáhci ماء"}')"
