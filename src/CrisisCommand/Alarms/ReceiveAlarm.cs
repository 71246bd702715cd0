using CrisisCommand.Alarms.Cap;
using CrisisCommand.Alarms.Vma;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using CrisisCommand.Reference;
using Microsoft.Extensions.Options;

namespace CrisisCommand.Alarms;

public static class ReceiveAlarmEndpoint
{
    /// <summary>An alarm comes in, in any of its forms: CAP 1.2 XML (bare, in EDXL-DE or in a feed), the VMA API's JSON, or our own JSON.</summary>
    public static void MapReceiveAlarm(this IEndpointRouteBuilder api) =>
        api.MapPost("/alarms", Post)
            .Command("ReceiveAlarm", "Alarms", AlarmsCapabilities.RaiseAlarm)
            .Limited(AlarmsModule.Limit)
            .Created<AlarmTaken>()
            .Produces<AlarmTaken>(200);

    private static Task<IResult> Post(PostedAlarm posted, AlarmReceivers with, CancellationToken token) =>
        posted.Fault is { } fault ? Refuse(posted, with, fault, token)
        : posted.Form == AlarmForm.Typed ? TakeTyped(posted, with, token)
        : TakeCap(posted, with, token);

    private static async Task<IResult> Refuse(PostedAlarm posted, AlarmReceivers with, Refusal refusal, CancellationToken token) =>
        await with.Refused.Keep(posted, [(refusal.Pointer ?? "", refusal)], token) ?? Answers.Problem(refusal);

    private static async Task<IResult> TakeCap(PostedAlarm posted, AlarmReceivers with, CancellationToken token)
    {
        var reading = AlarmReceivers.Read(posted);
        if (reading.Alerts.Count == 0)
        {
            return await Keep(posted, reading, with, token) ?? with.Answers.Refused(posted, reading);
        }

        if (await with.Intake.Before(posted, reading.Alerts.Count, token) is { } before)
        {
            return before;
        }

        if (with.Pace.Refuses(posted.Context.Realm, posted.Context.By, reading.Alerts.Count) is { } wait)
        {
            return new TooManyResult(wait);
        }

        var taken = await with.Intake.Take(posted, with.Of(posted, reading), r => with.Answers.Taken(posted, r, reading), token);
        if (reading.Problems.Count > 0)
        {
            // The good ones first: they are taken in also where the others cannot be noted, which the answer names all the same.
            await Keep(posted, reading, with, token);
        }

        return taken;
    }

    private static Task<IResult?> Keep(PostedAlarm posted, CapReading reading, AlarmReceivers with, CancellationToken token) =>
        with.Refused.Keep(posted, AlarmAnswers.Faults(reading, posted.Form), token);

    private static async Task<IResult> TakeTyped(PostedAlarm posted, AlarmReceivers with, CancellationToken token)
    {
        var (typed, faults) = with.ReadTyped(posted);
        if (typed is null)
        {
            var said = faults.Count > 0 ? faults : [("", Problems.InvalidBody)];
            return await with.Refused.Keep(posted, said, token) ?? throw new InvalidInput(Problems.InvalidBody, faults);
        }

        var (receive, refusal) = with.OfTyped(posted);
        return receive is null
            ? await Refuse(posted, with, refusal!, token)
            : await with.Intake.Take(posted, receive, r => with.Answers.Taken(posted, r, null), token);
    }
}

/// <summary>What receiving an alarm needs of the host, and how it is read.</summary>
public sealed record AlarmReceivers(
    AlarmIntake Intake,
    AlarmAnswers Answers,
    AlarmPace Pace,
    CapIncoming Cap,
    RefusedAlarmKeeping Refused,
    ReferenceData Reference,
    IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> Json
)
{
    public static CapReading Read(PostedAlarm posted) =>
        posted.Form == AlarmForm.CapXml ? CapXml.Read(posted.Body, posted.Charset) : VmaJson.Read(posted.Body);

    public ReceiveAlarms Of(PostedAlarm posted, CapReading reading)
    {
        var (context, digest) = (posted.Context, new ForeignId(AlarmIntake.Digest(posted.Body)));
        var source = posted.Form == AlarmForm.CapXml ? AlarmSource.Cap : AlarmSource.Vma;
        return new([.. reading.Alerts.Select(a => Cap.Read(a, source, context.Realm, digest, context.Now))], context.CommandId, context.By);
    }

    /// <summary>Our own form; what is no such form at all is thrown, as all binding does.</summary>
    public (ReceiveAlarms? Receive, Refusal? Refusal) OfTyped(PostedAlarm posted)
    {
        var (typed, context) = (Typed(posted), posted.Context);
        if (typed.Refuse(Reference, context.Now) is { } refusal)
        {
            return (null, refusal);
        }

        var content = AlarmContent.Of(typed, Json.Value.SerializerOptions);
        var alarm = typed.Read(context, new(AlarmIntake.Digest(posted.Body)), content, context.CommandId);
        return (new([alarm], context.CommandId, context.By), null);
    }

    internal ReceiveTypedAlarm Typed(PostedAlarm posted)
    {
        var (typed, faults) = ReadTyped(posted);
        return typed ?? throw new InvalidInput(Problems.InvalidBody, faults);
    }

    internal (ReceiveTypedAlarm? Typed, IReadOnlyList<(string, Refusal)> Faults) ReadTyped(PostedAlarm posted) =>
        StrictJson.Read<ReceiveTypedAlarm>(PostedAlarm.WithoutMark(posted.Body).ToArray(), Json.Value.SerializerOptions);
}
