using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Alarms;

/// <summary>One of ours has called the sender of refused alarms, or says why nobody need.</summary>
/// <param name="Until">The version of the sender's refusals that was looked at: what came since waits on. All of them where none is named.</param>
public sealed record SettleRefusedAlarms(long? Until = null, CommittedText? Why = null)
{
    public Outcome Decide(RefusedAlarms refused, long version) =>
        Math.Min(Until ?? version, version) is var until && refused.HasUntil(until)
            ? Outcome.Happened(new RefusedAlarmsSettled(until, Why))
            : Outcome.Nothing;
}

public static class SettleRefusedAlarmsEndpoint
{
    public static void MapSettleRefusedAlarms(this IEndpointRouteBuilder api) =>
        api.MapPost("/alarms/refused/{sender}/settlement", Post)
            .Command("SettleRefusedAlarms", "Alarms", AlarmsCapabilities.SettleRefusedAlarms);

    private static Task<IResult> Post(
        Command<SettleRefusedAlarms> command,
        PersonId sender,
        CommandHandler handler,
        CancellationToken token
    ) =>
        handler.Handle(
            command.Context,
            StreamKinds.RefusedAlarms,
            RefusedAlarms.StreamOf(sender),
            s => command.Content.Decide(s.State<RefusedAlarms>(), s.Version),
            token: token
        );
}
