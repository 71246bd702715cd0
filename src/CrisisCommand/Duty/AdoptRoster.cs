using System.Collections.Immutable;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Duty;

/// <summary>A roster is adopted for a layer, in force from an instant on; what was known of the time before stays.</summary>
/// <param name="Shifts">What the calendar comes to in that time, by start.</param>
/// <param name="Until">How far its rules were followed.</param>
public sealed record AdoptRoster(ImmutableArray<Shift> Shifts, CalendarDigest Digest, DateTimeOffset From, DateTimeOffset Until)
{
    /// <param name="calendar">The id under which the calendar's bytes are kept.</param>
    public Outcome Decide(DutyRoster roster, RosterLayer layer, Guid calendar) =>
        Shifts.IsEmpty ? DutyRefusals.NothingFromThen
        : ChangesNothing(roster) ? Outcome.Nothing
        : Outcome.Happened(new RosterAdopted(layer, calendar, Digest, From, Until, Shifts));

    private bool ChangesNothing(DutyRoster roster) =>
        (roster.Digest, roster.Until) == (Digest, Until) && DutyRoster.Succeed(roster.Planned, Shifts, From).SequenceEqual(roster.Planned);
}

public static class AdoptRosterEndpoint
{
    /// <summary>A layer's roster as iCalendar (RFC 5545). Overlaps and gaps are no faults: the cover tells of them.</summary>
    public static void MapAdoptRoster(this IEndpointRouteBuilder api) =>
        api.MapPut("/duty/rosters/{layer}", Put).Command("AdoptRoster", "Duty", DutyCapabilities.ManageRoster);

    private static async Task<IResult> Put(
        HttpContext http,
        PostedRoster posted,
        RosterLayer layer,
        CommandHandler handler,
        RosterIntake intake,
        CancellationToken token
    )
    {
        var context = posted.Context;
        var reading = intake.Read(context.Realm, posted.Body, posted.From, context.Now, token);
        await RequestDeadline.WhileReading(http, reading);
        var adopt = await reading;
        var calendar = RosterCalendar.Of(context, layer, posted.MediaType, posted.Body);
        return await handler.Handle(
            context,
            new Target(StreamKinds.Roster, layer.Stream, MayBeNew: true),
            (s, _) => Keeping(adopt.Decide(s.State<DutyRoster>(), layer, calendar.Id), calendar),
            [],
            token: token
        );
    }

    private static Outcome Keeping(Outcome outcome, RosterCalendar calendar) =>
        outcome.Events.IsEmpty ? outcome : outcome.Storing(calendar);
}
