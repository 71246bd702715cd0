using CrisisCommand.Boards;
using CrisisCommand.Klo;
using CrisisCommand.Pages.Frame;
using CrisisCommand.Reference;

namespace CrisisCommand.Pages.Phone;

/// <summary>Reads what a phone shows of a crisis.</summary>
public sealed class PhoneReading(MyCrisisReading reading, BoardPresentation presentation, ReferenceData reference)
{
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
        return new(page, read.Mine, board, view, reference.Levels);
    }
}
