using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Access;

/// <summary>Somebody outside the KLO, such as an auditor, may read this crisis: an event of the crisis itself, so that it tells who could.</summary>
/// <param name="WithTexts">Whether the words and names too.</param>
public sealed record AdmitReader(PersonId PersonId, bool WithTexts)
{
    /// <param name="known">Whether the person is known in this realm.</param>
    public Outcome Decide(CrisisReaders readers, bool known) =>
        !known ? AccessRefusals.UnknownPerson.With(PersonId.Value)
        : readers.Admitted.TryGetValue(PersonId, out var texts) && texts == WithTexts ? Outcome.Nothing
        : Outcome.Happened(new ReaderAdmitted(PersonId, WithTexts));
}

public static class AdmitReaderEndpoint
{
    public static void MapAdmitReader(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/readers", Post).Command("AdmitReader", "Access", AccessCapabilities.AdmitReader);

    private static async Task<IResult> Post(
        Command<AdmitReader> command,
        Guid crisisId,
        CommandHandler handler,
        PersonDirectory directory,
        CancellationToken token
    )
    {
        var known = await directory.Knows(command.Context.Realm, command.Content.PersonId, token);
        return await handler.Handle(
            command.Context,
            StreamKinds.Crisis,
            crisisId,
            s => command.Content.Decide(s.State<CrisisReaders>(), known),
            token: token
        );
    }
}
