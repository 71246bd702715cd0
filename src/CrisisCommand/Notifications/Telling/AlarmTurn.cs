using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Notifications.Telling;

/// <summary>What an alarm's newest message made of its incident, for whoever has that already.</summary>
/// <param name="Handler">Who handled it until then.</param>
/// <param name="IsGraver">Than it ever was: a sender that goes up and down is told of once for each step.</param>
/// <param name="IsPassed">Nobody need act any more, says its sender, who asked for it until then.</param>
/// <param name="IsTakenBack">Its sender took it back, and had not before.</param>
/// <param name="IsOnAgain">It goes on, says its sender, who had said that it was over or taken it back.</param>
public sealed record AlarmTurn(PersonId? Handler, bool IsGraver, bool IsPassed, bool IsTakenBack, bool IsOnAgain)
{
    public static readonly AlarmTurn None = new(null, false, false, false, false);

    /// <param name="facts">Of the incident, from its first to the one that is looked at.</param>
    public static AlarmTurn Of(IReadOnlyList<Fact> facts)
    {
        var (incident, before, gravest) = (Incident.Initial, Incident.Initial, Severity.Unknown);
        foreach (var fact in facts)
        {
            gravest = incident.Severity > gravest ? incident.Severity : gravest;
            (before, incident) = (incident, incident.After(fact));
        }

        // What its sender opens again is called about anew, whoever had it.
        var isCalled = before.Handler is not null && incident.Handler is null;
        return new(
            before.Handler,
            !isCalled && incident is { Open: true, Passed: null } && incident.Severity > gravest,
            before.Open && before.Passed is null && incident.Passed is not null,
            before.Open && !before.CancelledBySender && incident.CancelledBySender,
            !isCalled
                && before.Open
                && incident.Open
                && ((before.Passed is not null && incident.Passed is null) || (before.CancelledBySender && !incident.CancelledBySender))
        );
    }
}
