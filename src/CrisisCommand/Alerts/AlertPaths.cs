using System.Collections.Immutable;
using CrisisCommand.Access;
using CrisisCommand.Duty;
using CrisisCommand.Incidents;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Alerts;

/// <summary>Who would be alerted at a moment: the on-call manager, the crisis leader by plan, the deputies in order.</summary>
public sealed record AlertOrder(ImmutableArray<PersonId> OnDuty, ImmutableArray<PersonId> Leaders)
{
    /// <summary>Each person once, at the first place.</summary>
    public ImmutableArray<AlertStop> Path =>
        [
            .. OnDuty
                .Select(p => new AlertStop(p, AlertRole.OnCallManager))
                .Concat(Leaders.Select((p, rank) => new AlertStop(p, rank == 0 ? AlertRole.CrisisLeader : AlertRole.Deputy)))
                .DistinctBy(s => s.Person),
        ];

    /// <summary>The same without whoever brought the alarm in: nobody is told of their own.</summary>
    public ImmutableArray<AlertStop> PathFor(Incident incident) => [.. Path.Where(s => !incident.IsOf(s.Person))];
}

/// <summary>Looks up roster and plan.</summary>
public sealed class AlertPaths(DutyRosters rosters, Journals journals, Operators operators)
{
    /// <summary>By the roster of the moment at which the alert goes out: who has gone off duty meanwhile is not there to act.</summary>
    public async Task<AlertOrder> At(Realm realm, DateTimeOffset now, CancellationToken token)
    {
        var roster = await rosters.Of(realm, RosterLayer.OnCallManager, token);
        var leaders = (await Plan(realm, token)).FirstOrDefault(o => o.Function == FunctionKey.CrisisLeader)?.Persons ?? [];
        return new(roster.OnDuty(now)?.Persons ?? [], leaders);
    }

    /// <summary>Who is rung beside the path once it has come to its end.</summary>
    public async Task<IReadOnlyList<PersonId>> Of(Realm realm, AlertCircle circle, CancellationToken token) =>
        circle == AlertCircle.Operators
            ? await operators.Of(realm, token)
            : [.. (await Plan(realm, token)).SelectMany(o => o.Persons).Distinct()];

    private async Task<IReadOnlyList<CallOrder>> Plan(Realm realm, CancellationToken token)
    {
        var plan = await journals.Load(realm, StreamKinds.Plan, KloPlan.StreamOf(PlanName.Normal), token);
        return plan?.State<KloPlan>().CallOrders ?? [];
    }
}
