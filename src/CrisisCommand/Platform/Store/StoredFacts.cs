using System.Collections.Frozen;
using System.Text.Json;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using JasperFx.Events;
using Marten;

namespace CrisisCommand.Platform.Store;

/// <summary>Facts as Marten stores them; the names are those of the headers kept beside its own metadata columns.</summary>
public static class StoredFacts
{
    public const string Command = "commandId";
    public const string Function = "function";
    public const string Mandate = "mandate";
    public const string MandateBy = "mandateBy";
    public const string TraceParent = "traceparent";

    private static readonly FrozenDictionary<string, ActingMandate> Mandates = Enum.GetValues<ActingMandate>().ToFrozenDictionary(NameOf);

    public static Fact FactOf(IEvent stored) =>
        new(
            (IDomainEvent)stored.Data,
            stored.Version,
            stored.Id,
            stored.Timestamp.ToUniversalTime(),
            new PersonId(stored.UserName ?? PersonId.System.Value),
            CapacityOf(name => stored.GetHeader(name)?.ToString()),
            Guid.TryParse(stored.GetHeader(Command)?.ToString(), out var command) ? command : null
        );

    /// <summary>In what capacity the person acted, by the headers of one of their events; null where none is told.</summary>
    public static Capacity? CapacityOf(Func<string, string?> header)
    {
        FunctionKey? function = header(Function) is { } key ? new FunctionKey(key) : null;
        ActingMandate? mandate = header(Mandate) is { } name && Mandates.TryGetValue(name, out var known) ? known : null;
        return function is null && mandate is null
            ? null
            : new(function, mandate, Guid.TryParse(header(MandateBy), out var by) ? by : null);
    }

    /// <summary>What is recorded about every event of one command.</summary>
    public static void Describe(IDocumentSession session, CommandContext context, Capacity? capacity)
    {
        session.CorrelationId = context.CorrelationId;
        session.CausationId = context.CausationId;
        session.LastModifiedBy = context.By.Value;
        session.SetHeader(Command, context.CommandId.ToString());
        Set(session, Function, capacity?.Function?.Value);
        Set(session, Mandate, capacity?.Mandate is { } mandate ? NameOf(mandate) : null);
        Set(session, MandateBy, capacity?.By?.ToString());

        if (context.TraceParent is { } trace)
        {
            session.SetHeader(TraceParent, trace);
        }
    }

    private static string NameOf(ActingMandate mandate) => JsonNamingPolicy.KebabCaseLower.ConvertName(mandate.ToString());

    private static void Set(IDocumentSession session, string name, string? value)
    {
        if (value is not null)
        {
            session.SetHeader(name, value);
        }
    }
}
