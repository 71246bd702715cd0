using JasperFx.Events;

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
}
