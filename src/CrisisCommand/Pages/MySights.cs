using CrisisCommand.Boards;
using CrisisCommand.Platform;
using CrisisCommand.Reference;

namespace CrisisCommand.Pages;

/// <summary>Reads what a phone shows of a crisis.</summary>
public sealed class MySights(MyCrisisReading reading, BoardPresentation presentation, ReferenceData reference)
{
    /// <summary>Null where there is no such crisis.</summary>
    public async Task<MySight?> Of(PageScene scene, Guid crisisId, CancellationToken token)
    {
        if (await reading.Of(scene.Reader, crisisId, token).ConfigureAwait(false) is not { } read)
        {
            return null;
        }

        var board = read.Crisis.State<Board>();
        var reader = scene.Reader with { OpensTexts = read.OpensCrisis };
        var view = read.Mine.Capabilities.Contains(Capability.ReadCrisis)
            ? await presentation.View(board, reader, crisisId, token).ConfigureAwait(false)
            : null;
        return new(scene, read.Mine, board, view, reference.Levels, read.Names);
    }
}
