using System.Collections.Immutable;
using CrisisCommand.Decisions;
using CrisisCommand.Platform;
using FsCheck;
using FsCheck.Fluent;

namespace CrisisCommand.Tests.Properties;

internal static class DecisionActs
{
    private static readonly DecisionGrounds Sound = new();

    public static ImmutableArray<(int Weight, Gen<Act> Act)> All =>
        [
            (
                8,
                Acts.OnCrisis(
                    Takes,
                    (c, world, by) => (c.Take with { DecidedAt = world.Now + c.Ago }).Decide(Log(world), by, world.Now, c.Grounds)
                )
            ),
            (3, Acts.OnCrisis(Numbered, (c, world, _) => new ExecuteDecision(c.Text).Decide(Log(world), c.Number))),
            (3, Acts.OnCrisis(Numbered, (c, world, _) => new WithdrawDecision(c.Text).Decide(Log(world), c.Number))),
            (
                4,
                Acts.OnCrisis(
                    Numbered,
                    (c, world, by) => new ReviseDecision(c.Text, c.Text, c.Text).Decide(Log(world), c.Number, by, world.Now, Sound)
                )
            ),
        ];

    private static Gen<(TakeDecision Take, TimeSpan? Ago, DecisionGrounds Grounds)> Takes =>
        from text in Acts.Text
        from ago in Acts.Ago
        from unsound in Gen.Choose(0, 9)
        select (new TakeDecision(text, text), ago, unsound == 0 ? new DecisionGrounds(Refusal: DecisionRefusals.ForgedReceipt) : Sound);

    private static Gen<(int Number, CommittedText Text)> Numbered => Acts.Number.Zip(Acts.Text);

    private static DecisionLog Log(World world) => world.State<DecisionLog>();
}
