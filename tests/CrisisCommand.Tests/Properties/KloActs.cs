using System.Collections.Immutable;
using CrisisCommand.Klo;
using CrisisCommand.Klo.Staffing;
using CrisisCommand.Klo.Summoning;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using FsCheck;
using FsCheck.Fluent;
using Outcome = CrisisCommand.Platform.Texts.Outcome;

namespace CrisisCommand.Tests.Properties;

internal static class KloActs
{
    public static ImmutableArray<(int Weight, Gen<Act> Act)> All =>
        [
            (4, Acts.OnCrisis(Staffings, (c, world, _) => c.Command.Decide(world.State<KloActivation>(), c.Function, c.Known))),
            (4, Acts.OnCrisis(Answers, (c, world, by) => c.Command.Decide(Klo(world).Heard(by), c.Function, by, world.Now, Times))),
            (2, Acts.OnCrisis(Staffings, (c, world, by) => Summon(c.Command, world, c.Function, by, c.Known))),
            (2, Acts.OnCrisis(Acts.Function, (f, world, by) => CallHolder.Decide(Klo(world), f, by, world.Now, Times))),
            (1, Acts.OnCrisis(Acts.Function, (f, world, by) => AnswerCall.Decide(Klo(world), f, by))),
            (2, Acts.OnCrisis(Acts.Function, (f, world, by) => TakeOver.Decide(Klo(world), f, by))),
            (6, Acts.OnCrisis(Acts.Number, (pick, world, _) => Timer(world, pick))),
            (1, Acts.OnCrisis(Acts.Text, (text, world, _) => StandDown(world.State<KloActivation>(), text))),
        ];

    private static Gen<(StaffFunction Command, FunctionKey Function, bool Known)> Staffings =>
        from person in Acts.Person
        from function in Acts.Function
        from unknown in Gen.Choose(0, 9)
        select (new StaffFunction(person), function, unknown > 0);

    private static Gen<(AnswerSummons Command, FunctionKey Function)> Answers =>
        from function in Acts.Function
        from answer in Gen.Elements(SummonsAnswer.Coming, SummonsAnswer.Declined)
        select (new AnswerSummons(answer), function);

    private static Outcome Summon(StaffFunction named, World world, FunctionKey function, PersonId by, bool known) =>
        new SummonPerson(named.PersonId).Decide(Klo(world).Heard(by), function, known, world.Now, Times);

    /// <summary>One of the times that the KLO waits for, whether it has come or not.</summary>
    private static Outcome Timer(World world, int pick)
    {
        var timers = SummonsClock.Running(new(World.CrisisId, Guid.Empty), Klo(world), Times).ToList();
        return timers.Count == 0 ? Outcome.Nothing : timers[pick % timers.Count].Decide(Klo(world), world.Now, Times);
    }

    private static readonly KloTimes Times = new();

    private static KloActivation Klo(World world) => world.State<KloActivation>();

    private static Outcome StandDown(KloActivation klo, CommittedText text) =>
        klo.IsStoodDown ? KloRefusals.StoodDown : Outcome.Happened(new KloStoodDown(text));
}
