using CrisisCommand.People;
using CrisisCommand.Platform;

namespace CrisisCommand.Manual;

public static class GetCrisisManualEndpoint
{
    /// <summary>The action cards of a crisis, from the edition that it pins: every step, and who did or skipped it when.</summary>
    public static void MapGetCrisisManual(this IEndpointRouteBuilder api) =>
        api.MapGet("/crises/{crisisId:guid}/manual", Get).Read<CrisisManualShown>("GetCrisisManual", "Manual", Capability.ReadCrisis);

    private static async Task<IResult> Get(HttpContext http, Guid crisisId, CardReading reading, CancellationToken token)
    {
        if (await reading.Of(http, crisisId, token).ConfigureAwait(false) is not { } read)
        {
            return Answers.Problem(Problems.NotFound);
        }

        var shown = CrisisManualShown.Of(crisisId, read.Work, read.Edition, read.Words, read.Names);
        return Answers.Versioned(http, shown, read.Version);
    }
}

/// <summary>A crisis' cards, its edition, and the words and names that they are shown with.</summary>
internal sealed record CardsRead(
    long Version,
    CardWork Work,
    ManualEdition Edition,
    Words Words,
    IReadOnlyDictionary<PersonId, string> Names
);

/// <summary>What the reads of a crisis' cards share.</summary>
internal sealed class CardReading(Journals journals, Editions editions, Openings openings, PersonDirectory directory)
{
    /// <summary>Null where there is no such crisis.</summary>
    public async Task<CardsRead?> Of(HttpContext http, Guid crisis, CancellationToken token)
    {
        var reader = Reader.Of(http);
        var realm = reader.Realm;
        if (await journals.Load(realm, StreamKinds.Crisis, crisis, token).ConfigureAwait(false) is not { } stream)
        {
            return null;
        }

        var work = stream.State<CardWork>();
        var edition = await editions.Pinned(realm, work.Manual, token).ConfigureAwait(false);
        var texts = work.Steps.Values.Select(s => s.Why).Append(work.Title).OfType<CommittedText>().ToList();
        var read = await openings.Read(reader, texts, token).ConfigureAwait(false);
        var names = await directory.Names(reader, token).ConfigureAwait(false);
        return new(stream.Version, work, edition, reader.Words(read), names);
    }
}
