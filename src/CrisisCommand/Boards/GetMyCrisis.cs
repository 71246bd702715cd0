using CrisisCommand.Access;
using CrisisCommand.People;
using CrisisCommand.Platform;

namespace CrisisCommand.Boards;

public static class GetMyCrisisEndpoint
{
    /// <summary>What the crisis expects of the caller, who leads, and what the caller may do: all that a phone needs.</summary>
    public static void MapGetMyCrisis(this IEndpointRouteBuilder api) =>
        api.MapGet("/crises/{crisisId:guid}/me", Get).Read<MyCrisis>("GetMyCrisis", "Boards", Capability.ReadKlo);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid crisisId,
        Journals journals,
        Openings openings,
        PersonDirectory directory,
        AccessGuard guard,
        AccessRules rules,
        CancellationToken token
    )
    {
        var reader = Reader.Of(http);
        var (realm, me) = (reader.Realm, reader.Person);
        if (await journals.Load(realm, StreamKinds.Crisis, crisisId, token).ConfigureAwait(false) is not { } crisis)
        {
            return Answers.Problem(Problems.NotFound);
        }

        var board = crisis.State<Board>();
        var actor = await guard.Find(realm, me, crisis, token).ConfigureAwait(false);
        var read = await openings.Read(reader, MyCrisisWording.TextsOf(board, me), token).ConfigureAwait(false);
        var names = await directory.Names(reader, token).ConfigureAwait(false);
        var words = reader.Words(read, p => names.GetValueOrDefault(p));
        var mine = MyCrisisWording.Show(crisisId, board, me, words, names) with
        {
            Capabilities = [.. rules.All(actor)],
            OwnCapabilities = [.. Enum.GetValues<Capability>().Where(c => rules.OnlyOwn(actor, c))],
        };
        // Who only sees who holds what (operators who call people in) is told nothing more of the crisis here either.
        var seen = rules.Refuse(actor, Capability.ReadCrisis) is null ? mine : mine with { Level = null, Briefing = null };
        return Answers.Versioned(http, seen, crisis.Version);
    }
}
