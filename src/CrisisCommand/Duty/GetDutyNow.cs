using CrisisCommand.People;
using CrisisCommand.Platform;

namespace CrisisCommand.Duty;

/// <summary>Who is on duty, layer by layer.</summary>
/// <param name="Persons">The names of everybody mentioned, by id.</param>
public sealed record DutyNowShown(
    DateTimeOffset At,
    string LocalAt,
    IReadOnlyList<LayerNowShown> Layers,
    IReadOnlyDictionary<PersonId, string> Persons
);

/// <param name="Now">Null where nobody is on duty.</param>
/// <param name="Next">Who comes on duty after that, at once or after a gap; null where nobody is known to.</param>
/// <param name="EndsAt">After this instant nobody is known to be on duty: adopt the next roster before.</param>
public sealed record LayerNowShown(RosterLayer Layer, string Name, WatchShown? Now, WatchShown? Next, DateTimeOffset EndsAt);

public static class GetDutyNowEndpoint
{
    /// <summary>Who is on duty now, or at <c>?at=</c>, until when, and who comes next.</summary>
    public static void MapGetDutyNow(this IEndpointRouteBuilder api) =>
        api.MapGet("/duty/now", Get).Read<DutyNowShown>("GetDutyNow", "Duty", Capability.ReadRoster);

    private static async Task<IResult> Get(
        HttpContext http,
        DutyRosters rosters,
        PersonDirectory directory,
        TimeProvider clock,
        CancellationToken token
    )
    {
        var realm = CommandBinding.RealmOf(http);
        var at = DutyTimes.Query(http, "at") ?? DutyTimes.WholeSecond(Clock.Now(clock));
        var words = new Words(Problems.CultureOf(http.Request));
        var layers = (await rosters.All(realm, token).ConfigureAwait(false)).Select(r => Show(r, at, words)).ToList();
        var mentioned = layers.SelectMany(l => new[] { l.Now, l.Next }).OfType<WatchShown>().SelectMany(w => w.Persons);
        var names = await DutyNames.Of(directory, Reader.Of(http), mentioned, token).ConfigureAwait(false);
        return TypedResults.Ok(new DutyNowShown(at, DutyTimes.Local(at), layers, names));
    }

    private static LayerNowShown Show(DutyRoster roster, DateTimeOffset at, Words words) =>
        new(
            roster.Layer,
            words.Name("layer", roster.Layer.Value),
            roster.OnDuty(at) is { } now ? WatchShown.Of(now) : null,
            roster.Next(at) is { } next ? WatchShown.Of(next) : null,
            roster.EndsAt
        );
}
