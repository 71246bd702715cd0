using System.Globalization;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Platform.Store;

/// <summary>Everything about a command but its content: who sends it, where, when, under which key, and what it follows from.</summary>
/// <param name="CommandId">Drawn at the edge; on every event of the command, and on its receipt.</param>
/// <param name="Now">The edge's clock, to the microsecond (what the store keeps).</param>
/// <param name="CausationId">What made this command happen: an event's id for relayed facts, else the command itself.</param>
/// <param name="TraceParent">W3C Trace Context of the request.</param>
public sealed record CommandContext(
    Realm Realm,
    PersonId By,
    Guid CommandId,
    DateTimeOffset Now,
    string CorrelationId,
    string CausationId,
    string? TraceParent
)
{
    /// <summary>The caller's Idempotency-Key and what was sent under it; null for our own messages, whose handlers are idempotent by state.</summary>
    public IdempotencyKey? Key { get; init; }

    /// <summary>The stream versions that the person confirmed against; null: any.</summary>
    public IfMatch? IfMatch { get; init; }

    /// <summary>The stream versions that the sender wants to be told of instead; "any" is whatever there is already (RFC 9110 §13.1.2).</summary>
    public IfMatch? IfNoneMatch { get; init; }

    /// <summary>What the sender must be allowed to; null for our own messages, which nobody sends.</summary>
    public Demand? Demand { get; init; }

    /// <summary>The same command asking for another right than its endpoint names, or for one about a function only.</summary>
    public CommandContext Demanding(Func<StreamSnapshot, (Capability, FunctionKey?)> on) => DemandingOneOf(s => [on(s)]);

    /// <summary>The same where several rights would do.</summary>
    public CommandContext DemandingOneOf(Func<StreamSnapshot, IReadOnlyList<(Capability, FunctionKey?)>> on) =>
        this with
        {
            Demand = new(on, Demand?.As),
        };

    /// <summary>The same command, by who says in which function they act; null where they do not say.</summary>
    public CommandContext As(FunctionKey? function) => this with { Demand = Demand! with { As = function } };

    /// <summary>The language of answers.</summary>
    public CultureInfo Culture { get; init; } = Words.Swedish;

    /// <summary>For work of our own, such as the relay.</summary>
    public static CommandContext Internal(Realm realm, TimeProvider clock, string correlationId, string causationId) =>
        new(realm, PersonId.System, Ids.New(clock), Clock.Now(clock), correlationId, causationId, System.Diagnostics.Activity.Current?.Id);
}
