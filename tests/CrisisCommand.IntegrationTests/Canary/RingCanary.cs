using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CrisisCommand.IntegrationTests.Canary;

/// <summary>A command as any other, of a feature that the product does not know: what it needs beside these files is an edit too many.</summary>
public sealed record RingCanary(CommittedText Song)
{
    public Outcome Decide(CanaryLog log) => log.HasRung ? CanaryRefusals.RungAlready : Outcome.Happened(new CanaryRung(Song));
}

[StoredAs("canary_rung", StreamKinds.Crisis)]
public sealed record CanaryRung(CommittedText Song) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Song];

    public string InWords(Words words) => words.Say(this, words.Text(Song));
}

public sealed record CanaryLog(bool HasRung) : IState<CanaryLog>
{
    public static CanaryLog Initial { get; } = new(false);

    public CanaryLog After(Fact fact) => fact.Event is CanaryRung ? new(true) : this;
}

public static class CanaryRefusals
{
    public static readonly Refusal RungAlready = new("canary.rung-already");
}

public static class CanaryCapabilities
{
    public static readonly Capability RingCanary = new("ring-canary");
}

public static class RingCanaryEndpoint
{
    public static void MapRingCanary(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/canary", Post).Command("RingCanary", "Canary", CanaryCapabilities.RingCanary);

    private static Task<IResult> Post(Command<RingCanary> command, Guid crisisId, CommandHandler handler, CancellationToken token) =>
        handler.Handle(command.Context, StreamKinds.Crisis, crisisId, s => command.Content.Decide(s.State<CanaryLog>()), token: token);
}
