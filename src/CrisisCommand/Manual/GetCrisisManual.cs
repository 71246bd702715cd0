using CrisisCommand.Klo;
using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Manual;

public static class GetCrisisManualEndpoint
{
    /// <summary>The action cards of a crisis, from the edition that it pins: every step, and who did or skipped it when.</summary>
    public static void MapGetCrisisManual(this IEndpointRouteBuilder api) =>
        api.MapGet("/crises/{crisisId:guid}/manual", Get).Read<CrisisManualShown>("GetCrisisManual", "Manual", KloCapabilities.ReadCrisis);

    private static async Task<IResult> Get(HttpContext http, Guid crisisId, CardReading reading, CancellationToken token)
    {
        if (await reading.Of(http, crisisId, token) is not { } read)
        {
            return Answers.Problem(Problems.NotFound);
        }

        var shown = await reading.Say(http, words => CrisisManualShown.Of(crisisId, read.Work, read.Edition, words), token);
        return Answers.Versioned(http, shown, read.Version);
    }
}

/// <summary>A crisis' cards, as far as they are worked, and the edition that they are of.</summary>
internal sealed record CardsRead(long Version, CardWork Work, ManualEdition Edition);

/// <summary>What the reads of a crisis' cards share.</summary>
internal sealed class CardReading(Journals journals, Editions editions, ManualQuoting quoting, Speaker speaker)
{
    /// <summary>Null where there is no such crisis.</summary>
    public async Task<CardsRead?> Of(HttpContext http, Guid crisis, CancellationToken token)
    {
        var realm = Reader.Of(http).Realm;
        if (await journals.Load(realm, StreamKinds.Crisis, crisis, token) is not { } stream)
        {
            return null;
        }

        var work = stream.State<CardWork>();
        var edition = await editions.Pinned(realm, work.Manual, token);
        return new(stream.Version, work, quoting.By(edition, stream.State<KloActivation>().Posts.Select(p => p.AnswerWithinMinutes)));
    }

    public Task<T> Say<T>(HttpContext http, Func<Words, T> wording, CancellationToken token) =>
        speaker.Say(Reader.Of(http), wording, token);
}
