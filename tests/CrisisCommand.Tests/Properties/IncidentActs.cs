using System.Collections.Immutable;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Commands;
using FsCheck;
using FsCheck.Fluent;
using Outcome = CrisisCommand.Platform.Texts.Outcome;

namespace CrisisCommand.Tests.Properties;

internal static class IncidentActs
{
    public static ImmutableArray<(int Weight, Gen<Act> Act)> All =>
        [
            (2, Acts.OnIncident(Reports, Begin)),
            (
                2,
                Acts.OnIncident(
                    Verifications,
                    (c, world, stream) => world.HeadOf(stream).Exists ? c.Decide(world.HeadOf(stream).State<Incident>()) : Problems.NotFound
                )
            ),
        ];

    private static Gen<(ReportIncident Report, TimeSpan? Ago)> Reports =>
        from text in Acts.Text
        from kind in Gen.Elements("fire", "other", "flood")
        from ago in Acts.Ago
        select (new ReportIncident(new(kind), text, text), ago);

    private static Gen<VerifyIncident> Verifications =>
        from text in Acts.Text
        from verified in Gen.Elements(true, false)
        select new VerifyIncident(verified, text);

    // A report begins an incident of its own, so the handler never meets one that is there.
    private static Outcome Begin((ReportIncident Report, TimeSpan? Ago) drawn, World world, Guid stream) =>
        world.HeadOf(stream).Exists
            ? Outcome.Nothing
            : (drawn.Report with { OccurredAt = world.Now + drawn.Ago }).Decide(Story.Areas, world.Now);
}
