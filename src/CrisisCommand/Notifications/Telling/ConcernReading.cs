using CrisisCommand.Access;
using CrisisCommand.Alerts;
using CrisisCommand.Crises;
using CrisisCommand.Decisions;
using CrisisCommand.Incidents;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Notifications.Telling;

/// <summary>What a fact is about, and whom it concerns.</summary>
/// <param name="Crisis">Null where it stands in none.</param>
/// <param name="Incident">Null where it is about none.</param>
public sealed record Cause(Concern Concern, Guid? Crisis, Guid? Incident);

/// <summary>Reads what it takes to know whom a fact concerns, and no more than that.</summary>
public sealed class ConcernReading(Journals journals, Operators operators)
{
    public async Task<Cause> Of(Realm realm, Guid stream, Fact fact, CancellationToken token)
    {
        if (fact.Event is AlarmUpdated or AlarmCancelled)
        {
            var told = AlarmTurn.Of(await journals.Facts(realm, stream, 1, fact.Version, token));
            var alert = (await journals.Load(realm, StreamKinds.Alert, Alert.StreamOf(stream), token))?.State<Alert>();
            return new(Concern.None with { Turn = told, Alert = alert ?? Alert.Initial }, null, stream);
        }

        if (fact.Event is AlertMessagesBounded { IsNews: true })
        {
            return new(Concern.None with { Operators = await operators.Of(realm, token) }, null, null);
        }

        return await journals.Load(realm, StreamKinds.Crisis, stream, token) is { } crisis
            ? new(await Of(realm, crisis, fact, token), crisis.Id, null)
            : new(Concern.None, null, (fact.Event as OnCallAlerted)?.Incident ?? (fact.Event as LeaderInformed)?.Incident);
    }

    private async Task<Concern> Of(Realm realm, StreamSnapshot crisis, Fact fact, CancellationToken token) =>
        new(crisis.State<KloActivation>())
        {
            Decisions = crisis.State<DecisionLog>(),
            Crisis = crisis.State<Crisis>(),
            // How things stood before is asked of few facts, and costs the whole journal.
            Before =
                fact.Event is StaffBriefingCalled
                    ? Fold.Of<Crisis>(await journals.Facts(realm, crisis.Id, 1, fact.Version - 1, token))
                    : Crisis.Initial,
        };
}
