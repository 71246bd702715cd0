using CrisisCommand.Boards;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Timeline;
using CrisisCommand.Timeline.Report;

namespace CrisisCommand.Kit;

/// <summary>Reads one sheet of the paper log: its own lines and the board at its end, whatever the length of the journal.</summary>
public sealed class PaperReading(CrisisReading reading, BoardHistory history, BoardPresentation presentation, TimeProvider clock)
{
    public async Task<(PaperShown? Shown, Refusal? Refusal)> Of(
        Reader reader,
        Guid crisisId,
        PaperRequest request,
        string path,
        CancellationToken token
    )
    {
        // Before the journal: what is recorded while it is read belongs to a sheet that is not complete.
        var now = Clock.Now(clock);
        if (await reading.Load(reader.Realm, crisisId, token) is not { } crisis)
        {
            return (null, Problems.NotFound);
        }

        var log = new PaperLog(crisis.State<TimelineIndex>(), crisis.State<KloActivation>().IsStoodDown, now);
        if (request.Refuse(log) is { } refusal)
        {
            return (null, refusal);
        }

        var sheet = request.Of(log);
        var marks = log.Index.Marks.GetRange((int)sheet.First - 1, (int)(sheet.Next - sheet.First));
        var lines = await reading.Lines(reader, crisis, new(marks, sheet.Last, null), token);
        var board = await history.AtVersion(reader.Realm, crisisId, sheet.Last, token);
        var state = await presentation.View(board!, reader, crisisId, token);
        return (Put(reader, request, sheet, lines, state, PaperLinks.Of(path, log, sheet), now), null);
    }

    private PaperShown Put(
        Reader reader,
        PaperRequest request,
        PaperSheet sheet,
        IReadOnlyList<TimelineLine> lines,
        BoardView state,
        PaperLinks links,
        DateTimeOffset now
    ) =>
        new(
            state.CrisisId,
            reader.Realm.Name,
            reader.Realm.IsLive ? null : AfterActionBuilder.Exercise,
            sheet,
            request.IsRunning,
            now,
            Math.Max((sheet.Ends + PaperLog.Grace - now).TotalSeconds, 0),
            lines,
            state,
            links
        );
}
