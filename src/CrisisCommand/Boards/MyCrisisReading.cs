using CrisisCommand.Access;
using CrisisCommand.Klo;
using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Boards;

/// <summary>What a crisis expects of one reader, and the crisis that it was read from.</summary>
/// <param name="OpensCrisis">Whether the words of the crisis itself are for the reader, who may be here only to call people in.</param>
public sealed record MyCrisisRead(MyCrisis Mine, StreamSnapshot Crisis, bool OpensCrisis);

/// <summary>Reads what a crisis expects of somebody and what they may do in it, for the API and for their phone.</summary>
public sealed class MyCrisisReading(Journals journals, Speaker speaker, AccessGuard guard, AccessRules rules)
{
    /// <summary>Null where there is no such crisis.</summary>
    public async Task<MyCrisisRead?> Of(Reader reader, Guid crisisId, CancellationToken token)
    {
        var (realm, me) = (reader.Realm, reader.Person);
        if (await journals.Load(realm, StreamKinds.Crisis, crisisId, token) is not { } crisis)
        {
            return null;
        }

        var board = crisis.State<Board>();
        var actor = await guard.Find(realm, me, crisis, token);
        var mine = await speaker.Say(reader, words => MyCrisisWording.Show(crisisId, board, me, words), token) with
        {
            Capabilities = [.. rules.All(actor)],
            OwnCapabilities = [.. rules.AllOwn(actor)],
        };
        // Who only sees who holds what (operators who call people in) is told nothing more of the crisis here either.
        var seen = rules.Refuse(actor, KloCapabilities.ReadCrisis) is null ? mine : mine with { Level = null, Briefing = null };
        return new(seen, crisis, rules.OpensTexts(actor, KloCapabilities.ReadCrisis));
    }
}
