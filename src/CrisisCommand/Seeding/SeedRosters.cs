using CrisisCommand.Duty;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Seeding;

/// <summary>The duty rosters of a fresh start: <c>roster-{layer}.ics</c>. A layer that has a roster keeps it.</summary>
public sealed class SeedRosters(CommandHandler handler, Journals journals, RosterIntake intake)
{
    private const string Prefix = "CrisisCommand.Seeding.roster-";
    private const string Suffix = ".ics";

    public async Task Begin(CommandContext context, CancellationToken token)
    {
        foreach (
            var name in typeof(SeedRosters).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
        )
        {
            var layer = new RosterLayer(name[Prefix.Length..^Suffix.Length]);
            if (await journals.Load(context.Realm, StreamKinds.Roster, layer.Stream, token) is null)
            {
                await Adopt(context, layer, name, token);
            }
        }
    }

    private async Task Adopt(CommandContext context, RosterLayer layer, string name, CancellationToken token)
    {
        var bytes = await Bytes(name, token);
        var adopt = await intake.Read(context.Realm, bytes, null, context.Now, token);
        var calendar = RosterCalendar.Of(context, layer, "text/calendar; charset=utf-8", bytes) with { Id = layer.Stream };
        await handler.Carry(
            context,
            new Target(StreamKinds.Roster, layer.Stream, MayBeNew: true),
            (s, _) => s.Exists ? Outcome.Nothing : adopt.Decide(s.State<DutyRoster>(), layer, calendar.Id).Storing(calendar),
            [],
            null,
            token
        );
    }

    private static async Task<byte[]> Bytes(string name, CancellationToken token)
    {
        await using var stream = typeof(SeedRosters).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, token);
        return bytes.ToArray();
    }
}
