using CrisisCommand.Alerts;
using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using CrisisCommand.Sending;
using Marten;

namespace CrisisCommand.Notifications;

/// <summary>Alarms that wait for the next summary.</summary>
/// <param name="Since">When the person was told last.</param>
/// <param name="Until">When they are told at the earliest.</param>
/// <param name="Bound">Why they wait longer than the interval.</param>
public sealed record HeldShown(
    PersonId Sender,
    string SenderName,
    PersonId Person,
    string Name,
    AlertWeight Weight,
    int Held,
    DateTimeOffset? Since,
    DateTimeOffset? Until,
    MessageBound? Bound
);

public static class ListHeldEndpoint
{
    /// <summary>What floods of alarms are held back from whom: counted, and when it is told.</summary>
    public static void MapListHeld(this IEndpointRouteBuilder api) =>
        api.MapGet("/notices/held", Get).Read<IReadOnlyList<HeldShown>>("ListHeld", "Notifications", SendingCapabilities.ReadNotices);

    private static async Task<IResult> Get(
        HttpContext http,
        Page page,
        IDocumentStore store,
        PersonDirectory directory,
        CancellationToken token
    )
    {
        var reader = Reader.Of(http);
        await using var session = store.QuerySession(reader.Realm.Name);
        var held = session.Query<GatheringView>().Where(v => v.Held > 0);
        held = page.AfterId is { } after ? held.Where(v => v.Id.CompareTo(after) > 0) : held;
        var all = await held.OrderBy(v => v.Id).Take(page.Limit + 1).ToListAsync(token);
        var found = page.Cut(http, all, v => v.Id.ToString("N"));
        var names = await directory.Names(reader, token);
        string Name(PersonId person) => names.TryGetValue(person, out var name) ? name : person.Value;
        IReadOnlyList<HeldShown> shown =
        [
            .. from view in found
            from lane in view.Lanes
            where lane.Held > 0
            orderby lane.Weight descending, view.Person.Value, view.Sender.Value
            select new HeldShown(
                view.Sender,
                Name(view.Sender),
                view.Person,
                Name(view.Person),
                lane.Weight,
                lane.Held,
                lane.ToldAt,
                lane.Until,
                lane.Bound
            ),
        ];
        return TypedResults.Ok(shown);
    }
}
