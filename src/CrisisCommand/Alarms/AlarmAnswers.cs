using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CrisisCommand.Alarms.Cap;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;
using Microsoft.Extensions.Options;

namespace CrisisCommand.Alarms;

/// <summary>What became of one message.</summary>
/// <param name="IncidentId">Where it went; the first, where it moved several; null where it only answers what was sent, which is no incident.</param>
/// <param name="Repeated">Present and true where it had come before.</param>
/// <param name="IncidentIds">All of them, where it moved several.</param>
/// <param name="Claim">Present and true where it speaks of another sender's alarm: that one was not changed.</param>
public sealed record AlarmTaken(
    Guid? IncidentId,
    Guid AlarmId,
    bool Actionable,
    IReadOnlyList<Deviation> Deviations,
    bool? Repeated,
    IReadOnlyList<Guid>? IncidentIds,
    bool? Claim
)
{
    /// <summary>Present and true where its sender had said otherwise under the same name: what came before is kept, and this one too.</summary>
    public bool? Updated { get; init; }

    /// <summary>Every message of the document, this one included, where there were several.</summary>
    public IReadOnlyList<AlarmTaken>? Alarms { get; init; }

    /// <summary>Why other messages of the same document were refused.</summary>
    public IReadOnlyList<FieldError>? Refused { get; init; }

    public static AlarmTaken Of(Placement placed) =>
        new(
            placed.Incidents is [var first, ..] ? first : null,
            placed.Alarm.AlarmId,
            placed.Actionable,
            placed.Alarm.Deviations,
            placed.Repeated ? true : null,
            placed.Incidents.Length > 1 ? placed.Incidents : null,
            placed.Claim ? true : null
        )
        {
            Updated = placed.Updated ? true : null,
        };
}

/// <summary>What is said back to a sender: our JSON, or CAP's own acknowledgement where it asks for that.</summary>
public sealed class AlarmAnswers(IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json, IOptions<AlarmOptions> options)
{
    private const string ClaimNote =
        "another-senders-alarm references: the alarm named is another sender's and was not changed; kept as a claim";

    private const string UpdateNote =
        "same-identity-other-content identifier: taken as an update of the message that came by this identity";

    public Answer Taken(PostedAlarm posted, Reception reception, CapReading? reading)
    {
        var placed = reception.Placements;
        var status = placed.All(p => p.Repeated || p.Updated) ? StatusCodes.Status200OK : StatusCodes.Status201Created;
        var place = PlaceOf(posted, placed);
        // An answer is not answered by another, or two systems would thank each other for ever.
        if (posted.WantsCap && reading is { Alerts.Count: > 0 } && placed.Any(p => !p.Incidents.IsEmpty))
        {
            var said = Acknowledge([.. reading.Alerts.Select(a => a.Alert)], placed, Own(posted.Context));
            return new(status, place, Encoding.UTF8.GetString(said.ToXml()), MediaType: PostedAlarm.Cap);
        }

        var taken = placed.Select(AlarmTaken.Of).ToList();
        var words = new Words(posted.Context.Culture);
        var refused = Problems.Listed(reading is null ? [] : Faults(reading, posted.Form), words);
        var body = taken[0] with { Alarms = taken.Count > 1 ? taken : null, Refused = refused.Count > 0 ? refused : null };
        return new(status, place, JsonSerializer.Serialize(body, json.Value.SerializerOptions));
    }

    private static string PlaceOf(PostedAlarm posted, ImmutableArray<Placement> placed) =>
        placed.FirstOrDefault(p => !p.Incidents.IsEmpty) is { } stands
            ? $"/api/{posted.Context.Realm}/incidents/{stands.Incidents[0]}"
            : $"/api/{posted.Context.Realm}/alarms/{placed[0].Alarm.AlarmId}";

    /// <summary>Ack is for what was done as it was said; a document of nothing but claims is answered with Error, though it is kept.</summary>
    private static CapAcknowledgement Acknowledge(IReadOnlyList<CapAlert> alerts, ImmutableArray<Placement> placed, CapIdentity own)
    {
        var asked = alerts.Zip(placed).Where(a => !a.Second.Incidents.IsEmpty).ToList();
        var done = asked.Where(a => !a.Second.Claim).Select(a => a.First).ToList();
        return done.Count > 0
            ? CapAcknowledgement.Ack(done[0], own, done[1..]).Noting(placed.Any(p => p.Updated) ? UpdateNote : null)
            : CapAcknowledgement.Error(asked[0].First, own, ClaimNote, [.. asked.Skip(1).Select(a => a.First)]);
    }

    /// <summary>A document of which nothing was taken in: CAP's Error to a sender who wants one and can be named, else a problem.</summary>
    public IResult Refused(PostedAlarm posted, CapReading reading)
    {
        if (!posted.WantsCap || reading.RefusedAlerts is not [var refused, ..])
        {
            return new RefusedMessage(reading, posted.Form);
        }

        var reason = string.Join("; ", reading.Problems.Take(Problems.MaxFaults).Select(p => $"{p.Code} {p.Path}: {p.Detail}"));
        var error = CapAcknowledgement.Error(refused, Own(posted.Context), reason);
        var answer = new Answer(400, Body: Encoding.UTF8.GetString(error.ToXml()), MediaType: PostedAlarm.Cap);
        return new AnswerResult(new Handled.Answered(answer, Replayed: false));
    }

    /// <summary>Every fault with its place.</summary>
    internal static List<(string Pointer, Refusal Fault)> Faults(CapReading reading, AlarmForm form) =>
        [.. reading.Problems.Select(p => (Pointer(p, form), AlarmRefusals.Of(p)))];

    /// <summary>An XPath as it is; a JSON pointer as a fragment, as in all our problems (RFC 6901 §6).</summary>
    internal static string Pointer(CapFinding finding, AlarmForm form) => form == AlarmForm.VmaJson ? "#" + finding.Path : finding.Path;

    private CapIdentity Own(CommandContext context) => new(options.Value.CapSender, context.CommandId.ToString(), context.Now);
}

/// <summary>A problem document that names every fault, and where: XPath, or JSON pointer.</summary>
public sealed class RefusedMessage(CapReading reading, AlarmForm form) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        ProblemResponses.Write(httpContext, AlarmRefusals.Of(reading.Problems[0]), AlarmAnswers.Faults(reading, form));
}
