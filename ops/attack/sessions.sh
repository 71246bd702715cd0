# shellcheck shell=bash
# A copy of a cookie that was kept, a link whose address is kept, a key that is rotated by whoever may not.
JAR="$WORK/jar" KEPT="$WORK/kept"
page() { curl -s -m 10 -b "$1" -o "$WORK/body" -D "$WORK/headers" -w '%{http_code}' -H 'Accept: text/html' "$URL/live"; }
sign_in() { rm -f "$JAR" && curl -s -m 10 -c "$JAR" -o /dev/null -d "person=observer" "$URL/development/sign-in"; }
sign_out() {
    local forgery
    curl -s -m 10 -b "$JAR" -c "$JAR" -o "$WORK/body" -H 'Accept: text/html' "$URL/live"
    forgery="$(grep -oE 'name="forgery" content="[^"]+"' "$WORK/body" | sed -E 's/.*content="//; s/"$//; s/&#x2B;/+/g')"
    cp "$JAR" "$KEPT"
    curl -s -m 10 -b "$JAR" -c "$JAR" -o /dev/null --data-urlencode "__RequestVerificationToken=$forgery" ${1:+-d "$1"} "$URL/sign-out"
}

sign_in
expect "a cookie just signed in (the control)" 200 "$(page "$JAR")"
sign_out
expect "a copy of the cookie, kept over the sign-out" 302 "$(page "$KEPT")"

sign_in
cp "$JAR" "$WORK/other"
sign_in
sign_out everywhere=yes
expect "another browser's cookie after signing out everywhere" 302 "$(page "$WORK/other")"

sign_in
expect "ending somebody else's sessions without the right" 403 "$(api communications DELETE /persons/observer/sessions)"
expect "operations end them" 204 "$(api operator DELETE /persons/observer/sessions)"
expect "the cookie after that" 302 "$(page "$JAR")"
expect "rotating the keys without the right" 403 "$(json vd POST /keys/rotation '{"why":"attack"}')"

for path in /svar/a-guess /kvittera/a-guess; do
    status="$(curl -s -m 10 -o "$WORK/body" -D "$WORK/headers" -w '%{http_code}' "$URL$path")"
    if grep -qi '^referrer-policy: no-referrer' "$WORK/headers" && grep -qi '^cache-control: no-store' "$WORK/headers" && ! grep -qi '^location:' "$WORK/headers"; then
        held "$path names its address to nobody and is kept by nobody" "$status"
    else
        broken "$path names its address to nobody and is kept by nobody" "$status"
    fi
done
