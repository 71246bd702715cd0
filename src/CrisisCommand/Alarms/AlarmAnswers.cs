using System.Text;
using System.Text.Json;
using CrisisCommand.Incidents;
using CrisisCommand.Platform;
using Microsoft.Extensions.Options;

namespace CrisisCommand.Alarms;

/// <summary>What became of one message.</summary>
/// <param name="IncidentId">Where it went; the first, where it moved several.</param>
/// <param name="Repeated">Present and true where it had come before.</param>
/// <param name="IncidentIds">All of them, where it moved several.</param>
public sealed record AlarmTaken(
    Guid IncidentId,
    Guid AlarmId,
    bool Actionable,
    IReadOnlyList<Deviation> Deviations,
    bool? Repeated,
    IReadOnlyList<Guid>? IncidentIds
)
{
    /// <summary>Every message of the document, this one included, where there were several.</summary>
    public IReadOnlyList<AlarmTaken>? Alarms { get; init; }

    /// <summary>Why other messages of the same document were refused.</summary>
    public IReadOnlyList<FieldError>? Refused { get; init; }

    public static AlarmTaken Of(Placement placed) =>
        new(
            placed.Incidents[0],
            placed.Alarm.AlarmId,
            placed.Actionable,
            placed.Alarm.Deviations,
            placed.Repeated ? true : null,
            placed.Incidents.Length > 1 ? placed.Incidents : null
        );
}

/// <summary>What is said back to a sender: our JSON, or CAP's own acknowledgement where it asks for that.</summary>
public sealed class AlarmAnswers(IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json, IOptions<AlarmOptions> options)
{
    public Answer Taken(PostedAlarm posted, Reception reception, CapReading? reading)
    {
        var placed = reception.Placements;
        var status = placed.All(p => p.Repeated) ? StatusCodes.Status200OK : StatusCodes.Status201Created;
        var place = $"/api/{posted.Envelope.Realm}/incidents/{placed[0].Incidents[0]}";
        if (posted.WantsCap && reading is { Alerts: [var first, ..] })
        {
            var others = reading.Alerts.Skip(1).Select(a => a.Alert).ToList();
            var acknowledgement = CapAcknowledgement.Ack(first.Alert, Own(posted.Envelope), others);
            return new(status, place, Encoding.UTF8.GetString(acknowledgement.ToXml()), MediaType: PostedAlarm.Cap);
        }

        var taken = placed.Select(AlarmTaken.Of).ToList();
        var words = new Words(posted.Envelope.Culture);
        var refused = reading?.Problems.Select(p => new FieldError(Say(p, words), Pointer(p, posted.Form))).ToList();
        var body = taken[0] with { Alarms = taken.Count > 1 ? taken : null, Refused = refused is { Count: > 0 } ? refused : null };
        return new(status, place, JsonSerializer.Serialize(body, json.Value.SerializerOptions));
    }

    /// <summary>A document of which nothing was taken in: CAP's Error to a sender who wants one and can be named, else a problem.</summary>
    public IResult Refused(PostedAlarm posted, CapReading reading)
    {
        if (!posted.WantsCap || reading.RefusedAlerts is not [var refused, ..])
        {
            return new RefusedAlarms(reading, posted.Form);
        }

        var reason = string.Join("; ", reading.Problems.Select(p => $"{p.Code} {p.Path}: {p.Detail}"));
        var error = CapAcknowledgement.Error(refused, Own(posted.Envelope), reason);
        var answer = new Answer(400, Body: Encoding.UTF8.GetString(error.ToXml()), MediaType: PostedAlarm.Cap);
        return new AnswerResult(new Handled.Answered(answer, Replayed: false));
    }

    /// <summary>An XPath as it is; a JSON pointer as a fragment, as in all our problems (RFC 6901 §6).</summary>
    internal static string Pointer(CapFinding finding, AlarmForm form) => form == AlarmForm.VmaJson ? "#" + finding.Path : finding.Path;

    private CapIdentity Own(Envelope envelope) => new(options.Value.CapSender, envelope.CommandId.ToString(), envelope.Now);

    private static string Say(CapFinding fault, Words words)
    {
        var refusal = AlarmRefusals.Of(fault);
        return words.Say(refusal.Code, [.. refusal.Arguments]);
    }
}

/// <summary>A problem document that names every fault, and where: XPath, or JSON pointer.</summary>
public sealed class RefusedAlarms(CapReading reading, AlarmForm form) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        ProblemResponses.Write(
            httpContext,
            AlarmRefusals.Of(reading.Problems[0]),
            reading.Problems.Select(p => (AlarmAnswers.Pointer(p, form), AlarmRefusals.Of(p)))
        );
}
