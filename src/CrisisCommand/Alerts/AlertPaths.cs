using System.Collections.Immutable;
using CrisisCommand.Duty;
using CrisisCommand.Klo;
using CrisisCommand.Platform;

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
}

/// <summary>Looks up roster and plan.</summary>
public sealed class AlertPaths(DutyRosters rosters, Journals journals)
{
    /// <summary>By the roster of the moment at which the alert goes out: who has gone off duty meanwhile is not there to act.</summary>
    public async Task<AlertOrder> At(Realm realm, DateTimeOffset now, CancellationToken token)
    {
        var roster = await rosters.Of(realm, RosterLayer.OnCallManager, token).ConfigureAwait(false);
        var plan = await journals.Load(realm, StreamKinds.Plan, KloPlan.StreamOf(PlanName.Normal), token).ConfigureAwait(false);
        var leaders = plan?.State<KloPlan>().CallOrders.FirstOrDefault(o => o.Function == FunctionKey.CrisisLeader)?.Persons ?? [];
        return new(roster.OnDuty(now)?.Persons ?? [], leaders);
    }
}
