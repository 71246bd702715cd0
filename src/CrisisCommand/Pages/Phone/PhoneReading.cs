using CrisisCommand.Access;
using CrisisCommand.Boards;
using CrisisCommand.Crises;
using CrisisCommand.Klo;
using CrisisCommand.Pages.Frame;
using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Reference;

namespace CrisisCommand.Pages.Phone;

/// <summary>Reads what a phone shows of a crisis.</summary>
/// <remarks>A phone shows a crisis whole: its board, its reader's part, and the others that it may be a double of.</remarks>
public sealed class PhoneReading(
    MyCrisisReading reading,
    BoardPresentation presentation,
    ReferenceData reference,
    CrisisList crises,
    AccessGuard guard,
    Speaker speaker
)
{
    /// <summary>How many other crises are offered as the one that goes on, the newest first.</summary>
    private const int Offered = 20;

    /// <summary>Null where there is no such crisis.</summary>
    public async Task<PhoneModel?> Of(PageContext page, Guid crisisId, CancellationToken token)
    {
        if (await reading.Of(page.Reader, crisisId, token) is not { } read)
        {
            return null;
        }

        var board = read.Crisis.State<Board>();
        var reader = page.Reader with { OpensTexts = read.OpensCrisis };
        var view = read.Mine.Capabilities.Contains(KloCapabilities.ReadCrisis)
            ? await presentation.View(board, reader, crisisId, token)
            : null;
        var model = new PhoneModel(page, read.Mine, board, view, reference.Levels);
        // Where the database stands still, nothing can be merged anyhow.
        return model.MayMerge ? model with { Doubles = await MemoryReads.Or(() => Doubles(page, crisisId, token), [], token) } : model;
    }

    private async Task<IReadOnlyList<OtherCrisis>> Doubles(PageContext page, Guid crisisId, CancellationToken token)
    {
        var open = await crises.Following(page.Realm, open: true, after: null, Offered + 1, token);
        var seen = await guard.Seen(page.Reader, open.Where(v => v.Id != crisisId), v => v.Id, token);
        return await speaker.Say<IReadOnlyList<OtherCrisis>>(
            page.Reader with
            {
                OpensTexts = true,
            },
            words => [.. seen.Take(Offered).Select(v => new OtherCrisis(v.Id, words.Text(v.Crisis.Title), v.Crisis.DeclaredAt))],
            token
        );
    }
}
