using System.Collections.Immutable;
using CrisisCommand.Decisions;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
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
                    (c, world, _) =>
                        Due(c.Take with { DecidedAt = world.Now + c.Ago }, world)
                            .Decide(Log(world), Klo(world), Convener, world.Now, c.Grounds)
                )
            ),
            (3, Acts.OnCrisis(Numbered, (c, world, _) => new ExecuteDecision(c.Text).Decide(Log(world), c.Number))),
            (3, Acts.OnCrisis(Numbered, (c, world, _) => new WithdrawDecision(c.Text).Decide(Log(world), c.Number))),
            (
                4,
                Acts.OnCrisis(
                    Numbered,
                    (c, world, _) =>
                        new ReviseDecision(c.Text, c.Text, c.Text).Decide(Log(world), c.Number, Klo(world), Convener, world.Now, Sound)
                )
            ),
        ];

    private static Gen<(TakeDecision Take, TimeSpan? Ago, DecisionGrounds Grounds)> Takes =>
        from text in Acts.Text
        from ago in Acts.Ago
        from reason in Acts.Perhaps(Acts.Text)
        from executor in Acts.Perhaps(Acts.Function)
        from grounds in Gen.Frequency((8, Gen.Constant(Sound)), (1, Gen.Constant(Forged)), (1, Gen.Constant(ServedLater)))
        select (new TakeDecision(text, text, Executor: executor, LateReason: reason), ago, grounds);

    /// <summary>Of what somebody is to carry out the time is soon out.</summary>
    private static TakeDecision Due(TakeDecision take, World world) =>
        take with
        {
            DueAt = take.Executor is null ? null : world.Now.AddMinutes(10),
        };

    private static readonly DecisionGrounds Forged = new(Refusal: DecisionRefusals.ForgedReceipt);
    private static readonly DecisionGrounds ServedLater = new(
        new BoardSeen(World.CrisisId, 1, 1, new(new string('a', 64)), Story.Vd, DateTimeOffset.MaxValue)
    );

    private static Gen<(int Number, CommittedText Text)> Numbered => Acts.Number.Zip(Acts.Text);

    private static DecisionLog Log(World world) => world.State<DecisionLog>();

    private static KloActivation Klo(World world) => world.State<KloActivation>();

    /// <summary>Who may, and as what, is asked elsewhere.</summary>
    private static Capacity Convener { get; } = new(null, ActingMandate.Convener);
}
