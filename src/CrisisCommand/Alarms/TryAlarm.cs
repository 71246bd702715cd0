using System.Reflection;
using CrisisCommand.AlarmRules;
using CrisisCommand.Incidents;
using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using Microsoft.AspNetCore.Http.Metadata;

namespace CrisisCommand.Alarms;

/// <summary>An alarm as it would be posted, to be tried: no key, since nothing comes of it.</summary>
/// <param name="Sender">Who is to have sent it (<c>?sender=</c>); null: whoever such alarms come from.</param>
public sealed record TriedAlarm(PostedAlarm Posted, PersonId? Sender) : IEndpointParameterMetadataProvider
{
    public static async ValueTask<TriedAlarm> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        var sender = http.Request.Query["sender"].ToString();
        return sender.Length > 0 && !Key.TryParse<PersonId>(sender, out _)
            ? throw new InvalidInput(AlarmRefusals.SenderInvalid)
            : new(await Read(http), sender.Length > 0 ? new(sender) : null);
    }

    private static async Task<PostedAlarm> Read(HttpContext http)
    {
        var posted = await PostedAlarm.Read(http, "trial");
        return posted.Fault is { } fault ? throw new InvalidInput(fault) : posted;
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => PostedAlarm.Describe(builder);

    /// <summary>
    /// As if its source had sent it itself: a source's own machine is registered under its name, and CAP comes from TiB. What our own people
    /// type in is the reader's.
    /// </summary>
    public PostedAlarm By(Reader reader, AlarmSource? typed)
    {
        var own = typed ?? AlarmSource.Tib;
        var usual =
            reader.OwnOnly || own is AlarmSource.Jour or AlarmSource.Staff
                ? reader.Person
                : new PersonId(own.ToString().ToLowerInvariant());
        // Whose right ends at their own alarms tries those only.
        return Posted with { Context = Posted.Context with { By = reader.OwnOnly ? reader.Person : Sender ?? usual } };
    }
}

public static class TryAlarmEndpoint
{
    /// <summary>What would become of an alarm, in any of its forms, and why. Nothing is written, nobody is called.</summary>
    public static void MapTryAlarm(this IEndpointRouteBuilder api) =>
        api.MapPost("/alarm-rules/trial", Post)
            .Read<AlarmTrial>("TryAlarm", "AlarmRules", AlarmsCapabilities.TryAlarm)
            .Limited(AlarmsModule.TrialLimit);

    private static async Task<IResult> Post(
        HttpContext http,
        TriedAlarm tried,
        AlarmReceivers with,
        AlarmRehearsal rehearsal,
        StandingAlarmRules rules,
        Speaker speaker,
        CancellationToken token
    )
    {
        var reader = Reader.Of(http);
        var isTyped = tried.Posted.Form == AlarmForm.Typed;
        var posted = tried.By(reader, isTyped ? with.Typed(tried.Posted).Source : null);
        var (receive, refused) = isTyped ? OfTyped(posted, with) : OfCap(posted, with);
        if (receive is null)
        {
            return refused!;
        }

        var (realm, now) = (reader.Realm, posted.Context.Now);
        var (rehearsed, book) = (await rehearsal.Of(realm, receive, now, token), await rules.Now(realm, token));
        var trials = await speaker.SayOpenly<IReadOnlyList<AlarmTrial>>(
            reader,
            words => [.. rehearsed.Select(r => AlarmTrial.Of(r, book, reader, words))],
            token
        );
        if (trials.Count == 0)
        {
            return Answers.Problem(AlarmRefusals.OnlyAnswers);
        }

        return TypedResults.Ok(trials[0] with { Alarms = trials.Count > 1 ? trials : null });
    }

    private static (ReceiveAlarms? Receive, IResult? Refused) OfTyped(PostedAlarm posted, AlarmReceivers with)
    {
        var (receive, refusal) = with.OfTyped(posted);
        return (receive, refusal is null ? null : Answers.Problem(refusal));
    }

    private static (ReceiveAlarms? Receive, IResult? Refused) OfCap(PostedAlarm posted, AlarmReceivers with)
    {
        var reading = AlarmReceivers.Read(posted);
        return reading.Alerts.Count == 0 ? (null, with.Answers.Refused(posted, reading)) : (with.Of(posted, reading), null);
    }
}
