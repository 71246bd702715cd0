using JasperFx.Events;
using Marten;

namespace CrisisCommand.Platform;

/// <summary>Facts as Marten stores them; the names are those of the headers kept beside its own metadata columns.</summary>
public static class StoredFacts
{
    public const string Command = "commandId";
    public const string Function = "function";
    public const string TraceParent = "traceparent";

    public static Fact FactOf(IEvent stored) =>
        new(
            (IDomainEvent)stored.Data,
            stored.Version,
            stored.Id,
            stored.Timestamp.ToUniversalTime(),
            new PersonId(stored.UserName ?? PersonId.System.Value),
            stored.GetHeader(Function)?.ToString() is { } function ? new FunctionKey(function) : null,
            Guid.TryParse(stored.GetHeader(Command)?.ToString(), out var command) ? command : null
        );

    /// <summary>What is recorded about every event of one command.</summary>
    public static void Describe(IDocumentSession session, Envelope envelope, FunctionKey? function)
    {
        session.CorrelationId = envelope.CorrelationId;
        session.CausationId = envelope.CausationId;
        session.LastModifiedBy = envelope.By.Value;
        session.SetHeader(Command, envelope.CommandId.ToString());
        if (function is { } held)
        {
            session.SetHeader(Function, held.Value);
        }

        if (envelope.TraceParent is { } trace)
        {
            session.SetHeader(TraceParent, trace);
        }
    }
}
