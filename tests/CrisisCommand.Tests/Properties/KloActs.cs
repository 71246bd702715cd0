using System.Collections.Immutable;
using CrisisCommand.Klo;
using CrisisCommand.Platform;
using FsCheck;
using FsCheck.Fluent;
using Outcome = CrisisCommand.Platform.Outcome;

namespace CrisisCommand.Tests.Properties;

internal static class KloActs
{
    public static ImmutableArray<(int Weight, Gen<Act> Act)> All =>
        [
            (4, Acts.OnCrisis(Staffings, (c, world, _) => c.Command.Decide(world.State<KloActivation>(), c.Function, c.Known))),
            (1, Acts.OnCrisis(Acts.Text, (text, world, _) => StandDown(world.State<KloActivation>(), text))),
        ];

    private static Gen<(StaffFunction Command, FunctionKey Function, bool Known)> Staffings =>
        from person in Acts.Person
        from function in Acts.Function
        from unknown in Gen.Choose(0, 9)
        select (new StaffFunction(person), function, unknown > 0);

    private static Outcome StandDown(KloActivation klo, CommittedText text) =>
        klo.IsStoodDown ? KloRefusals.StoodDown : Outcome.Happened(new KloStoodDown(text));
}
