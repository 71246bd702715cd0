using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Alerts;

/// <summary>An alert as it is looked for: by whether nobody has taken it.</summary>
public sealed record AlertView : IView<AlertView>
{
    public static AlertView Initial { get; } = new();

    public Guid Id { get; init; }
    public Alert Alert { get; init; } = Alert.Initial;

    /// <summary>Beside the fold because Marten filters on stored fields: nobody on the path has answered, and it still calls.</summary>
    public bool Untaken { get; init; }

    public DateTimeOffset? ExhaustedAt { get; init; }

    /// <summary>By these it has its place among the others: <see cref="AlertWeight"/>, and whoever sent it.</summary>
    public int Weight { get; init; }
    public string Sender { get; init; } = "";

    public static AlertView Begin(Guid id) => new() { Id = id };

    public AlertView After(Fact fact)
    {
        var alert = Alert.After(fact);
        return this with
        {
            Alert = alert,
            Untaken = alert.Status == AlertStatus.Exhausted,
            ExhaustedAt = alert.ExhaustedAt,
            Weight = (int)(alert.Origin?.Weight ?? AlertWeight.Usual),
            Sender = alert.Origin?.Sender.Value ?? "",
        };
    }
}
