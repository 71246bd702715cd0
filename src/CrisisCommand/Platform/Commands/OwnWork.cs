using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Platform.Commands;

/// <summary>
/// What our own messages decide, as the system and under the cause of the message. It has no receipt: a message may come twice, and the
/// state says whether there is anything left to do. Only contention refuses it, and then the queue brings the message again.
/// </summary>
public sealed class OwnWork(CommandHandler handler, TimeProvider clock)
{
    /// <returns>Whether it was this call that appended.</returns>
    /// <exception cref="InvalidOperationException">Others always came first.</exception>
    public Task<bool> Do(
        Realm realm,
        string cause,
        Target target,
        Func<StreamSnapshot, DateTimeOffset, Outcome> decide,
        CancellationToken token
    ) => Do(realm, cause, target, (s, _, now) => decide(s, now), [], token);

    /// <summary>The same where the decision also looks at other streams.</summary>
    public async Task<bool> Do(
        Realm realm,
        string cause,
        Target target,
        Func<StreamSnapshot, IReadOnlyList<StreamSnapshot?>, DateTimeOffset, Outcome> decide,
        IReadOnlyList<Target> others,
        CancellationToken token
    )
    {
        var (context, happened) = (CommandContext.Internal(realm, clock, cause, cause), false);
        Outcome Decide(StreamSnapshot stream, IReadOnlyList<StreamSnapshot?> seen)
        {
            var outcome = decide(stream, seen, context.Now);
            happened = outcome.Events.Length > 0;
            return outcome;
        }

        return await handler.Carry(context, target, Decide, others, null, token) is Handled.Refused(var refusal, _)
            ? throw new InvalidOperationException($"The {target.Kind} {target.Stream} could not be carried on: {refusal.Code}")
            : happened;
    }
}
