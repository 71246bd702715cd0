using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using CrisisCommand.Reference;

namespace CrisisCommand.Crises;

/// <summary>Who leads says how far the organisation is raised, and why.</summary>
public sealed record SetLevel(CrisisLevel Level, CommittedText Why)
{
    public Outcome Decide(Crisis crisis, ReferenceData reference) =>
        crisis.IsStoodDown ? CrisisRefusals.StoodDown
        : reference.Refuse(Level) is { } unknown ? unknown
        : crisis.Level?.Level == Level ? Outcome.Nothing
        : Outcome.Happened(new CrisisLevelSet(Level, Why));
}

public static class SetLevelEndpoint
{
    public static void MapSetLevel(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/level", Post).Command("SetLevel", "Crises", CrisesCapabilities.SetLevel);

    private static Task<IResult> Post(
        Command<SetLevel> command,
        Guid crisisId,
        CommandHandler handler,
        ReferenceData reference,
        CancellationToken token
    ) =>
        handler.Handle(
            command.Context,
            StreamKinds.Crisis,
            crisisId,
            s => command.Content.Decide(s.State<Crisis>(), reference),
            token: token
        );
}
