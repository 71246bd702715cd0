namespace CrisisCommand.IntegrationTests.Access;

/// <summary>For every command something that it takes, so that whoever is refused is refused for who they are.</summary>
internal static class Bodies
{
    private const string Roster = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//test//matrix//SV
        BEGIN:VEVENT
        UID:matrix-1
        DTSTAMP:20261101T000000Z
        DTSTART:20261201T160000Z
        DTEND:20261202T070000Z
        SUMMARY:jour
        END:VEVENT
        END:VCALENDAR

        """;

    private static readonly Dictionary<string, string> ByName = new()
    {
        ["AddIncidentReport"] = """{"text": "Rök"}""",
        ["AdmitReader"] = """{"personId": "staff-8", "withTexts": true}""",
        ["AdoptAlarmRules"] = """{"rules": [{"name": "Alla", "when": {}, "then": "call"}]}""",
        ["AdoptPlan"] =
            """{"functions": [{"key": "crisis-leader", "name": "Ledare", "mandate": "Leder", "holder": "vd", "deputies": []}]}""",
        ["AnswerOnBehalf"] = """{"personId": "communications", "answer": "coming"}""",
        ["AnswerSummons"] = """{"answer": "coming"}""",
        ["AssessIncident"] = """{"severity": "severe", "text": "Spridning"}""",
        ["CallBriefing"] = """{"at": "2199-01-01T00:00:00Z"}""",
        ["CancelBriefing"] = """{"why": "Alla ute"}""",
        ["CloseAccess"] = """{"why": "Har slutat"}""",
        ["AnnulCrisis"] = """{"why": "Misstag"}""",
        ["MergeCrisis"] = """{"into": "01890a5d-ac96-774b-bcce-b302099a8058", "why": "Samma"}""",
        ["MarkDuplicate"] = """{"of": "01890a5d-ac96-774b-bcce-b302099a8058"}""",
        ["WithdrawDuplicate"] = """{"why": "Två händelser"}""",
        ["CloseIncident"] = """{"text": "Klart"}""",
        ["CompleteTask"] = """{"text": "Klart"}""",
        ["CorrectEntry"] = """{"text": "Rättat", "why": "Fel"}""",
        ["DeclareCrisis"] = """{"kind": "fire", "title": "Brand", "reason": "Fara","evenSo":true}""",
        ["DelegateDecisions"] = """{"scope": "Inköp till 50 000 kr"}""",
        ["EndAlert"] = """{"why": "Provlarm"}""",
        ["ExecuteDecision"] = """{"text": "Gjort"}""",
        ["GiveReachability"] = """{"channels": [{"channel": "email", "address": "kim@bostad.example"}]}""",
        ["GiveTask"] = """{"text": "Ring", "function": "communications"}""",
        ["GrantRole"] = """{"role": "log-keeper"}""",
        ["IssueKey"] = $$"""{"name": "a", "kind": "api-key", "sha256": "{{new string('a', 64)}}"}""",
        ["LinkIncident"] = """{"incidentId": "01890a5d-ac96-774b-bcce-b302099a8058"}""",
        ["RotateKeys"] = """{"why": "Byte av certifikat"}""",
        ["MuteTellings"] = """{"until": "2199-01-01T00:00:00Z"}""",
        ["OfferHandover"] = """{"to": "communications-1", "briefing": "Läget"}""",
        ["PlanRelief"] = """{"personId": "communications-1", "at": "2199-01-01T00:00:00Z"}""",
        ["ReceiveAlarm"] = """{"source": "tib", "kind": "fire", "place": "Ekholmen 3", "text": "Rök"}""",
        ["RecordCall"] = """{"outcome": "reached"}""",
        ["RefuseHandover"] = """{"why": "Kan inte"}""",
        ["RegisterMachine"] = """{"name": "TiB"}""",
        ["RegisterPerson"] = """{"name": "Kim Ny"}""",
        ["ReopenAccess"] = """{"why": "Åter"}""",
        ["ReopenStep"] = """{"why": "Fel"}""",
        ["Reorganise"] = """{"plan": "wartime", "why": "Höjd beredskap"}""",
        ["ReportFunctionSituation"] = """{"status": "strained", "text": "Två man borta"}""",
        ["ReportIncident"] = """{"kind": "fire", "place": "Ekholmen 3", "text": "Rök"}""",
        ["ReportSituation"] = """{"text": "Lugnt"}""",
        ["ReviseDecision"] = """{"decision": "Nytt", "motive": "Skäl", "why": "Ändrat"}""",
        ["SetLevel"] = """{"level": "full", "why": "Läget"}""",
        ["SettleRefusedAlarms"] = """{"why": "Ringt"}""",
        ["SkipStep"] = """{"why": "Inte aktuellt"}""",
        ["StaffFunction"] = """{"personId": "communications"}""",
        ["StartSending"] = """{"why": "Flytt av databasen"}""",
        ["StandDown"] = """{"text": "Över"}""",
        ["SummonPerson"] = """{"personId": "communications-2"}""",
        ["SwapShift"] = """{"from": "jour", "to": "vd-1", "start": "2026-12-01T16:00:00Z", "end": "2026-12-02T07:00:00Z"}""",
        ["TakeDecision"] = """{"decision": "Utrym", "motive": "Fara", "evenSo": true}""",
        ["TryAlarm"] = """{"source": "tib", "kind": "fire", "place": "Ekholmen 3", "text": "Rök"}""",
        ["UnlinkIncident"] = """{"why": "Fel"}""",
        ["VerifyIncident"] = """{"verified": true, "text": "Ja"}""",
        ["WithdrawDecision"] = """{"why": "Behövs inte"}""",
        ["WriteEntry"] = """{"text": "TiB ringde"}""",
    };

    /// <summary>Null: the command has no content.</summary>
    public static string? Of(string name) => ByName.GetValueOrDefault(name);

    /// <summary>For the one command whose content is a calendar.</summary>
    public static string? Calendar(string name) => name == "AdoptRoster" ? Roster.Replace("\n", "\r\n", StringComparison.Ordinal) : null;
}
