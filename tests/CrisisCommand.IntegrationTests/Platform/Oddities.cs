namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>What no client of ours sends.</summary>
internal static class Oddities
{
    public static readonly (string Name, string Value)[] Headers =
    [
        ("Accept", ";;;,å/%"),
        ("Accept", "application/cap+xml"),
        ("Accept", "text/html"),
        ("Accept-Language", "sv;q=x,,;"),
        ("Cookie", "crisiscommand=%%%; language=å; antiforgery=;;"),
        ("Range", "bytes=9-1,-,0-"),
        ("If-None-Match", "*"),
        ("If-None-Match", "\"å, W/"),
        ("If-Match", "*, \"\", x"),
        ("If-Modified-Since", "yesterday"),
        ("Last-Event-ID", "-1"),
        ("traceparent", "00-zz-zz-zz"),
        ("baggage", "a=%ff,=,"),
        ("Content-Encoding", "gzip"),
        ("X-HTTP-Method-Override", "DELETE"),
        ("X-Forwarded-For", "not an address, ::1"),
        ("X-Forwarded-Proto", "javascript"),
        ("Idempotency-Key", "\"å\\"),
        ("webhook-signature", "v1,å"),
        ("Upgrade", "websocket"),
        ("Expect", "200-ok"),
    ];

    public static readonly string[] Queries =
    [
        "",
        "?limit=1&limit=2",
        "?limit=99999999999999999999",
        "?after=%00&limit=0",
        "?asOf=0001-01-01T00:00:00%2B14:00&version=-1",
        "?asOf=9999-12-31T23:59:59.9999999-14:00",
        "?version=9223372036854775807&from=1&to=2",
        "?from=2026-10-25T02:30:00&to=%ff%fe",
        "?open=maybe&kind=%00&area=..%2f..&order=x&kinds=,,",
        "?%00=%00&=&&=x&?",
        "?sender=%27%3B--&preview=%F0%9F%98%80",
    ];

    public static readonly (string Type, string Body)[] Sent =
    [
        ("application/json", "{}"),
        ("application/json", "{\"text\":\"\\u0000\"}"),
        ("application/json; charset=utf-16", "{\"text\":\"x\"}"),
        ("application/json", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["),
        ("application/json", "{\"at\":\"0001-01-01T00:00:00+14:00\",\"occurredAt\":\"9999-12-31T23:59:59.999999999-14:00\"}"),
        ("text/calendar", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:99999999T999999Z\r\nRRULE:FREQ=X\r\nEND:VEVENT\r\nEND:VCALENDAR"),
        ("application/cap+xml", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><alert>&b;</alert>"),
        ("text/xml", "<?xml version=\"1.0\" encoding=\"UTF-7\"?><alert/>"),
        ("multipart/form-data", "x"),
        ("multipart/form-data; boundary=a", "--a\r\n\r\n"),
        ("application/x-www-form-urlencoded", "a=%zz&%=&_method=TRACE&_next=//x&_key=%0d%0a"),
        ("å/å; charset=å", "å"),
        ("", ""),
    ];

    public static readonly string[] Values =
    [
        "x",
        "%00",
        "%ED%A0%80",
        "%F0%9F%98%80",
        "..%2f..%2fetc",
        "00000000-0000-0000-0000-000000000000",
        "-1",
        "99999999999999999999",
        "a'b\"c",
        "%25%32%65",
        "vd%0a",
    ];
}
