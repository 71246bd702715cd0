using System.Text.Json.Serialization;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Decisions;

public static class DecisionsModule
{
    public static void AddDecisions(this IServiceCollection services)
    {
        services.AddSingleton<DecisionReferences>();
        services.AddSingleton<OwnDecisions>();
        services.AddSingleton<BoardReceipts>();
        services.AddSingleton<DecisionReading>();
        services.AddFeature(new Facts(DecisionsJson.Default).State<DecisionLog>(StreamKinds.Crisis), MapDecisions);
    }

    private static void MapDecisions(this IEndpointRouteBuilder api)
    {
        api.MapTakeDecision();
        api.MapExecuteDecision();
        api.MapReviseDecision();
        api.MapWithdrawDecision();
        api.MapGetDecisions();
        api.MapGetDecision();
    }

    /// <summary>The answer to whoever took a decision: its number and its event.</summary>
    internal static Answer Numbered(CommandHandler handler, CommandContext context, Guid crisis, IReadOnlyList<Fact> facts)
    {
        var taken = facts.First(f => f.Event is DecisionTaken);
        var number = ((DecisionTaken)taken.Event).Number;
        return handler.Created(new DecisionNumbered(number, taken.EventId), $"/api/{context.Realm}/crises/{crisis}/decisions/{number}");
    }
}

[JsonSerializable(typeof(DecisionTaken))]
[JsonSerializable(typeof(DecisionExecuted))]
[JsonSerializable(typeof(DecisionOverdue))]
[JsonSerializable(typeof(DecisionRevised))]
[JsonSerializable(typeof(DecisionWithdrawn))]
[JsonSerializable(typeof(TakeDecision))]
[JsonSerializable(typeof(ExecuteDecision))]
[JsonSerializable(typeof(ReviseDecision))]
[JsonSerializable(typeof(WithdrawDecision))]
[JsonSerializable(typeof(DecisionNumbered))]
[JsonSerializable(typeof(DecisionShown))]
[JsonSerializable(typeof(IReadOnlyList<DecisionShown>))]
public sealed partial class DecisionsJson : JsonSerializerContext;
