using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.Options;
using Wolverine;
using Wolverine.Attributes;

namespace CrisisCommand.Klo.Endurance;

/// <summary>A person has nearly been in a function for too long, if they are in it still.</summary>
/// <param name="HeldSince">Which of their tenures it is.</param>
[MessageIdentity("CrisisCommand.Klo.EnduranceDue")]
public sealed record EnduranceDue(Guid CrisisId, FunctionKey Function, PersonId Person, DateTimeOffset HeldSince);

/// <summary>Says that somebody needs relief. The KLO knows what was said, so that a message that comes twice or late says nothing anew.</summary>
[WolverineHandler]
public sealed class WarnOfEndurance(OwnWork work, TimeProvider clock, IOptions<EnduranceOptions> options)
{
    public async Task Handle(EnduranceDue due, Envelope delivery, IMessageBus bus, CancellationToken token)
    {
        var warnAt = due.HeldSince + options.Value.WarnAfter;
        if (Clock.Now(clock) < warnAt)
        {
            // The limit was raised while the message lay waiting, or the store's clock runs before ours.
            await bus.PublishAsync(due, new DeliveryOptions { TenantId = delivery.TenantId, ScheduledTime = warnAt });
            return;
        }

        await work.Do(
            new Realm(delivery.TenantId!),
            delivery.Id.ToString(),
            new Target(StreamKinds.Crisis, due.CrisisId),
            (s, _) => Decide(s.State<KloActivation>(), due, options.Value.Longest),
            token
        );
    }

    /// <summary>Nothing where that tenure is over, was warned of, or all is over; it may go on under another name since another plan.</summary>
    public static Outcome Decide(KloActivation klo, EnduranceDue due, TimeSpan longest) =>
        klo.IsStoodDown ? Outcome.Nothing
        : klo
            .Posts.Where(p => p.Holder == due.Person && p.HeldSince == due.HeldSince)
            .OrderBy(p => p.Function != due.Function)
            .FirstOrDefault()
            is not { WarnedUntil: null } post
            ? Outcome.Nothing
        : Outcome.Happened(new EnduranceWarned(post.Function, due.Person, due.HeldSince + longest));
}
