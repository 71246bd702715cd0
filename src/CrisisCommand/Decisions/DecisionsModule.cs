using System.Text.Json.Serialization;
using CrisisCommand.Platform;

namespace CrisisCommand.Decisions;

public static class DecisionsModule
{
    public static void AddDecisions(this IServiceCollection services)
    {
        services.AddSingleton<DecisionReferences>();
        services.AddSingleton<BoardReceipts>();
        services.AddSingleton<DecisionReading>();
        services.AddSingleton(
            new Facts()
                .Event<DecisionTaken>("decision_taken", StreamKinds.Crisis)
                .Event<DecisionExecuted>("decision_executed", StreamKinds.Crisis)
                .Event<DecisionRevised>("decision_revised", StreamKinds.Crisis)
                .Event<DecisionWithdrawn>("decision_withdrawn", StreamKinds.Crisis)
                .State<DecisionLog>(StreamKinds.Crisis)
                .Json(DecisionsJson.Default)
        );
    }

    public static void MapDecisions(this IEndpointRouteBuilder api)
    {
        api.MapTakeDecision();
        api.MapExecuteDecision();
        api.MapReviseDecision();
        api.MapWithdrawDecision();
        api.MapGetDecisions();
        api.MapGetDecision();
    }

    /// <summary>The answer to whoever took a decision: its number and its event.</summary>
    internal static Answer Numbered(CommandHandler handler, Envelope envelope, Guid crisis, IReadOnlyList<Fact> facts)
    {
        var taken = facts.First(f => f.Event is DecisionTaken);
        var number = ((DecisionTaken)taken.Event).Number;
        return handler.Created(new DecisionNumbered(number, taken.EventId), $"/api/{envelope.Realm}/crises/{crisis}/decisions/{number}");
    }
}

[JsonSerializable(typeof(DecisionTaken))]
[JsonSerializable(typeof(DecisionExecuted))]
[JsonSerializable(typeof(DecisionRevised))]
[JsonSerializable(typeof(DecisionWithdrawn))]
[JsonSerializable(typeof(TakeDecision))]
[JsonSerializable(typeof(ExecuteDecision))]
[JsonSerializable(typeof(ReviseDecision))]
[JsonSerializable(typeof(WithdrawDecision))]
[JsonSerializable(typeof(DecisionNumbered))]
[JsonSerializable(typeof(DecisionAnswer))]
[JsonSerializable(typeof(IReadOnlyList<DecisionAnswer>))]
public sealed partial class DecisionsJson : JsonSerializerContext;
