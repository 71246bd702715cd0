using CrisisCommand.Decisions;
using CrisisCommand.Klo;
using CrisisCommand.Platform;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Decisions;

/// <summary>Decisions as they stand in a journal.</summary>
internal static class DecisionSample
{
    public static DecisionTaken Taken(int number, string decision = "Utrym hus 4") =>
        new(number, Text(decision), Text("Rasrisk"), [], null, FunctionKey.CrisisLeader, Mandate.Holder, null, null, At(10), null);

    public static DecisionLog Log(params IDomainEvent[] events) => State<DecisionLog>([.. Led, .. events]);
}
