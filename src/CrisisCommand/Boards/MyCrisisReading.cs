using CrisisCommand.Access;
using CrisisCommand.People;
using CrisisCommand.Platform;

namespace CrisisCommand.Boards;

/// <summary>What a crisis expects of one reader, and the crisis that it was read from.</summary>
/// <param name="OpensCrisis">Whether the words of the crisis itself are for the reader, who may be here only to call people in.</param>
public sealed record MyCrisisRead(MyCrisis Mine, StreamSnapshot Crisis, IReadOnlyDictionary<PersonId, string> Names, bool OpensCrisis);

/// <summary>Reads what a crisis expects of somebody and what they may do in it, for the API and for their phone.</summary>
public sealed class MyCrisisReading(Journals journals, Openings openings, PersonDirectory directory, AccessGuard guard, AccessRules rules)
{
    /// <summary>Null where there is no such crisis.</summary>
    public async Task<MyCrisisRead?> Of(Reader reader, Guid crisisId, CancellationToken token)
    {
        var (realm, me) = (reader.Realm, reader.Person);
        if (await journals.Load(realm, StreamKinds.Crisis, crisisId, token).ConfigureAwait(false) is not { } crisis)
        {
            return null;
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
        return new(seen, crisis, names, rules.OpensTexts(actor, Capability.ReadCrisis));
    }
}
