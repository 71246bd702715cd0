using System.Collections.Immutable;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Decisions;

/// <summary>
/// A decision is replaced by a new one with a number of its own, and it is said why. Who carries it out, until when, what it rests on and
/// which alternatives there were stay as they were unless the revision says otherwise; null clears.
/// </summary>
public sealed record ReviseDecision(
    CommittedText Decision,
    CommittedText Motive,
    CommittedText Why,
    Change<ImmutableArray<Guid>?>? Basis = null,
    Change<CommittedText?>? Alternatives = null,
    Change<FunctionKey?>? Executor = null,
    Change<DateTimeOffset?>? DueAt = null,
    DateTimeOffset? DecidedAt = null,
    string? Receipt = null,
    CommittedText? LateReason = null,
    FunctionKey? Function = null
)
{
    /// <summary>Who is to carry out what is decided instead.</summary>
    internal FunctionKey? ExecutorAfter(DecisionTaken? revised) => Executor is { } given ? given.Value : revised?.Executor;

    public Outcome Decide(DecisionLog log, int number, KloActivation klo, Capacity? capacity, DateTimeOffset now, DecisionGrounds grounds)
    {
        if (log.RefuseChange(number) is { } refusal)
        {
            return refusal;
        }

        var revised = log.Of(number)!.Taken;
        var taken = Replacing(revised).Decide(log, klo, capacity, now, grounds);
        return taken.Refusal is null ? Outcome.Happened([.. taken.Events, Revised(revised, (DecisionTaken)taken.Events[0])]) : taken;
    }

    /// <summary>What is decided instead: a decision as any other, under the same rules.</summary>
    private TakeDecision Replacing(DecisionTaken revised) =>
        new(
            Decision,
            Motive,
            Basis is { } basis ? basis.Value : revised.Basis,
            Alternatives is { } alternatives ? alternatives.Value : revised.Alternatives?.Again(),
            ExecutorAfter(revised),
            DueAt is { } due ? due.Value : revised.DueAt,
            DecidedAt,
            Receipt,
            LateReason
        );

    private DecisionRevised Revised(DecisionTaken before, DecisionTaken after)
    {
        (RevisedPart Part, bool Differs)[] parts =
        [
            (RevisedPart.Executor, before.Executor != after.Executor),
            (RevisedPart.DueAt, before.DueAt != after.DueAt),
            (RevisedPart.Basis, !before.Basis.ToHashSet().SetEquals(after.Basis)),
            (RevisedPart.Alternatives, before.Alternatives != after.Alternatives),
        ];
        return new(
            before.Number,
            after.Number,
            Why,
            [.. parts.Where(p => p.Differs).Select(p => p.Part)],
            parts[0].Differs ? before.Executor : null,
            parts[1].Differs ? before.DueAt : null
        );
    }
}

public static class ReviseDecisionEndpoint
{
    public static void MapReviseDecision(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/decisions/{number:int}/revision", Post)
            .Command("ReviseDecision", "Decisions", DecisionsCapabilities.ChangeDecision)
            .Created<DecisionNumbered>();

    private static async Task<IResult> Post(
        Command<ReviseDecision> command,
        Guid crisisId,
        int number,
        CommandHandler handler,
        Journals journals,
        DecisionReferences references,
        CancellationToken token
    )
    {
        var (revise, context) = (command.Content, command.Context);
        // A number, once given, is of the same decision for ever: what this node knows of it is not old, and what it does not, it looks up.
        var crisis = await journals.Known(context.Realm, StreamKinds.Crisis, crisisId, refresh: false, token);
        if (crisis.State<DecisionLog>().Of(number) is null)
        {
            crisis = await journals.Known(context.Realm, StreamKinds.Crisis, crisisId, refresh: true, token);
        }

        var executor = revise.ExecutorAfter(crisis.State<DecisionLog>().Of(number)?.Taken);
        var grounds = await references.Check(context, crisisId, revise.Receipt, revise.Basis?.Value, executor, token);
        return await handler.Handle(
            context.Demanding(s => (DecisionsCapabilities.ChangeDecision, s.State<DecisionLog>().Of(number)?.Function)).As(revise.Function),
            StreamKinds.Crisis,
            crisisId,
            (s, capacity) => revise.Decide(s.State<DecisionLog>(), number, s.State<KloActivation>(), capacity, context.Now, grounds),
            facts => DecisionsModule.Numbered(handler, context, crisisId, facts),
            token
        );
    }
}
