using CrisisCommand.Duty;
using CrisisCommand.Platform;

namespace CrisisCommand.Seeding;

/// <summary>The duty rosters of a fresh start: <c>roster-{layer}.ics</c>. A layer that has a roster keeps it.</summary>
public sealed class SeedRosters(CommandHandler handler, Journals journals, RosterIntake intake)
{
    private const string Prefix = "CrisisCommand.Seeding.roster-";
    private const string Suffix = ".ics";

    public async Task Begin(Envelope envelope, CancellationToken token)
    {
        foreach (
            var name in typeof(SeedRosters).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
        )
        {
            var layer = new RosterLayer(name[Prefix.Length..^Suffix.Length]);
            if (await journals.Load(envelope.Realm, StreamKinds.Roster, layer.Stream, token).ConfigureAwait(false) is null)
            {
                await Adopt(envelope, layer, name, token).ConfigureAwait(false);
            }
        }
    }

    private async Task Adopt(Envelope envelope, RosterLayer layer, string name, CancellationToken token)
    {
        var bytes = await Bytes(name, token).ConfigureAwait(false);
        var adopt = await intake.Read(envelope.Realm, bytes, null, envelope.Now, token).ConfigureAwait(false);
        var calendar = RosterCalendar.Of(envelope, layer, "text/calendar; charset=utf-8", bytes) with { Id = layer.Stream };
        await handler
            .Carry(
                envelope,
                new Target(StreamKinds.Roster, layer.Stream, MayBeNew: true),
                (s, _) => s.Exists ? Outcome.Nothing : adopt.Decide(s.State<DutyRoster>(), layer, calendar.Id).Storing(calendar),
                [],
                null,
                token
            )
            .ConfigureAwait(false);
    }

    private static async Task<byte[]> Bytes(string name, CancellationToken token)
    {
        await using var stream = typeof(SeedRosters).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, token).ConfigureAwait(false);
        return bytes.ToArray();
    }
}
