using CrisisCommand.Decisions;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Decisions;

/// <summary>Decisions as they stand in a journal.</summary>
internal static class DecisionSample
{
    public static DecisionTaken Taken(int number, string decision = "Utrym hus 4") =>
        new(number, Text(decision), Text("Rasrisk"), [], null, FunctionKey.CrisisLeader, Mandate.Holder, null, null, At(10), null)
        {
            Capacity = Leading,
        };

    /// <summary>How the leader of the story leads.</summary>
    public static readonly Capacity Leading = new(FunctionKey.CrisisLeader, ActingMandate.Appointed, Id(2));

    public static KloActivation Staff(params IDomainEvent[] events) => State<KloActivation>([.. Led, .. events]);

    public static DecisionLog Log(params IDomainEvent[] events) => State<DecisionLog>([.. Led, .. events]);
}
