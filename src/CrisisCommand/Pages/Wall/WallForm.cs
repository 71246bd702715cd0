using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CrisisCommand.Boards;
using CrisisCommand.Pages.Cells;
using CrisisCommand.Platform.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CrisisCommand.Pages.Wall;

/// <summary>The board as the cells of the page, each put in its place by htmx; of a change only the cells that it touched are sent.</summary>
public sealed class WallForm(IServiceScopeFactory scopes, ILoggerFactory log) : BoardForm
{
    /// <summary>An event of its own, so that the page knows a silent server from a dead one.</summary>
    public override ReadOnlyMemory<byte> Heartbeat { get; } = "event: beat\ndata: \n\n"u8.ToArray();

    public override async Task<BoardFrame> Frame(BoardView view, Reader reader, BoardFrame? before)
    {
        // For many readers at once: nothing in it is any one of theirs, and no age is told but by their own clocks.
        var cells = await Draw(new(view, new Words(reader.Culture), null));
        var whole = Event(view.Version, null, Message(view, cells, null));
        if (before is not CellFrame drawn)
        {
            return new CellFrame(view.Version, view.RecordedAt, whole, cells);
        }

        var changed = cells.Where(cell => drawn.Cells.GetValueOrDefault(cell.Key) != cell.Value);
        return new CellFrame(view.Version, view.RecordedAt, whole, cells)
        {
            Before = before.Version,
            Change = Event(view.Version, null, Message(view, changed, before.Version)),
        };
    }

    private async Task<ImmutableSortedDictionary<string, string>> Draw(BoardModel model)
    {
        var scope = scopes.CreateAsyncScope();
        var renderer = new HtmlRenderer(scope.ServiceProvider, log);
        await using (scope)
        await using (renderer)
        {
            var drawn = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            foreach (var cell in WallCells.All)
            {
                drawn[cell.Id] = await renderer.Dispatcher.InvokeAsync(async () =>
                {
                    var parameters = ParameterView.FromDictionary(WallCells.With(model));
                    return (await renderer.RenderComponentAsync(cell.Component, parameters)).ToHtmlString();
                });
            }

            return drawn.ToImmutable();
        }
    }

    /// <summary>Each cell for its place, and the version for the page's script.</summary>
    /// <param name="before">What the page must show for the change to make sense; null where it is the whole.</param>
    private static string Message(BoardView view, IEnumerable<KeyValuePair<string, string>> cells, long? before)
    {
        var html = new StringBuilder();
        foreach (var (id, cell) in cells)
        {
            html.Append(CultureInfo.InvariantCulture, $"<hx-partial hx-target=\"#cell-{id}\" hx-swap=\"innerMorph\">{cell}</hx-partial>");
        }

        var known = before is { } version ? string.Create(CultureInfo.InvariantCulture, $" data-before=\"{version}\"") : "";
        return html.Append(
                CultureInfo.InvariantCulture,
                $"<hx-partial hx-target=\"#shown\" hx-swap=\"innerHTML\"><data value=\"{view.Version}\"{known}></data></hx-partial>"
            )
            .ToString();
    }

    private sealed record CellFrame(
        long Version,
        DateTimeOffset RecordedAt,
        ReadOnlyMemory<byte> Whole,
        ImmutableSortedDictionary<string, string> Cells
    ) : BoardFrame(Version, RecordedAt, Whole);
}
