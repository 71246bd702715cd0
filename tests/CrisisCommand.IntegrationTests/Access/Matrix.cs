using System.Text;
using CrisisCommand.Access;
using CrisisCommand.Alarms;
using CrisisCommand.Decisions;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.IntegrationTests.Access;

/// <summary>One answer of the matrix: <c>+</c> may, <c>-</c> may not, <c>0</c> may not know.</summary>
internal sealed record Cell(
    string Endpoint,
    Capability Needs,
    bool InCrisis,
    bool Read,
    string Scene,
    bool Live,
    bool Member,
    string Who,
    char Answer
);

/// <summary>Endpoint by actor by place, and what the issue says must hold of it, whatever the policy's file says.</summary>
internal sealed record Matrix(IReadOnlyList<Cell> Cells)
{
    /// <summary>What a deputy has before any handover or takeover: an answer to give, and the steps by which a function comes to them.</summary>
    private static readonly HashSet<Capability> OfDeputies =
    [
        KloCapabilities.AnswerSummons,
        KloCapabilities.AnswerHandover,
        KloCapabilities.StaffOneself,
        KloCapabilities.TakeOver,
    ];

    /// <summary>What a machine of the city does: raise alarms, and follow its own.</summary>
    private static readonly HashSet<Capability> OfMachines =
    [
        AlarmsCapabilities.RaiseAlarm,
        AlarmsCapabilities.ReadAlarm,
        AlarmsCapabilities.TryAlarm,
        AccessCapabilities.ReadIncidents,
        ReferenceCapabilities.ReadReference,
    ];

    /// <summary>What is the same for every realm, and so asks for a right of the live one.</summary>
    private static readonly HashSet<Capability> OfTheInstallation = [AccessCapabilities.EndSessions, AccessCapabilities.RotateKeys];

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var scene in Cells.GroupBy(c => c.Scene))
        {
            text.Append("## ")
                .Append(scene.Key)
                .Append("\n\n| endpoint | capability | ")
                .AppendJoin(" | ", Cast.Names)
                .Append(" |\n|---|---|");
            text.Insert(text.Length, ":-:|", Cast.Names.Length).Append('\n');
            foreach (var row in scene.GroupBy(c => c.Endpoint))
            {
                text.Append("| ").Append(row.Key).Append(" | ").Append(row.First().Needs).Append(" | ");
                text.AppendJoin(" | ", row.Select(c => c.Answer)).Append(" |\n");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>What breaks the rules of the issue, one line each.</summary>
    public IEnumerable<string> Faults() =>
        Wrong(
                "a deputy has nothing until a handover or takeover",
                c => c.Who == "deputy" && c is { InCrisis: true, Read: false, Answer: '+' } && !OfDeputies.Contains(c.Needs)
            )
            .Concat(Wrong("observers read", c => c.Who == "observer" && c is { Read: false, Answer: '+' }))
            .Concat(Wrong("auditors read", c => c.Who.Contains("auditor", StringComparison.Ordinal) && c is { Read: false, Answer: '+' }))
            .Concat(Wrong("auditors read what they were granted", c => c is { Who: "auditor-elsewhere", InCrisis: true, Answer: not '0' }))
            .Concat(
                Wrong(
                    "a machine raises and follows its own alarms, however it shows who it is",
                    c => c.Who.StartsWith("machine", StringComparison.Ordinal) && c.Answer == '+' && !OfMachines.Contains(c.Needs)
                )
            )
            .Concat(
                Wrong(
                    "exercise controllers have nothing live",
                    c => c is { Who: "exercise-controller", Live: true, Answer: '+' } && c.Needs != ReferenceCapabilities.ReadReference
                )
            )
            .Concat(
                Wrong(
                    "exercise controllers write in exercises",
                    c => c is { Who: "exercise-controller", Live: false, Answer: not '+' } && !OfTheInstallation.Contains(c.Needs)
                )
            )
            .Concat(
                Wrong(
                    "nobody else",
                    c => c.Who is "shut-out" or "stranger" && c.Answer == '+' && c.Needs != ReferenceCapabilities.ReadReference
                )
            )
            .Concat(
                Wrong(
                    "a crisis that is not theirs is not there",
                    c =>
                        c is { InCrisis: true, Member: false, Answer: not '0' }
                        && c.Who is "chief-of-staff" or "situation" or "documentation" or "holder" or "deputy" or "employee"
                        && !c.Member
                        && c.InCrisis
                        && c.Answer != '0'
                )
            )
            .Concat(
                Wrong(
                    "the leader decides, and who was delegated to",
                    c => c.Needs == DecisionsCapabilities.TakeDecision && c.Answer == '+' && !Decides(c)
                )
            )
            .Concat(
                Wrong("the leader can do what a crisis needs", c => c is { Who: "leader", InCrisis: true, Member: true, Answer: not '+' })
            );

    private static bool Decides(Cell c) =>
        (c.Member && c.Who is "leader" or "delegated-holder") || (c.Who == "exercise-controller" && !c.Live);

    private IEnumerable<string> Wrong(string rule, Func<Cell, bool> breaks) =>
        Cells.Where(breaks).Select(c => $"{rule}: {c.Endpoint} by {c.Who}, {c.Scene}, is '{c.Answer}'");
}
