using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Access;

/// <summary>A reader who was admitted to the crisis may no longer read it.</summary>
public static class DismissReader
{
    public static Outcome Decide(CrisisReaders readers, PersonId person) =>
        readers.Admitted.ContainsKey(person)
            ? Outcome.Happened(new ReaderDismissed(person))
            : AccessRefusals.NotAdmitted.With(person.Value);
}

public static class DismissReaderEndpoint
{
    public static void MapDismissReader(this IEndpointRouteBuilder api) =>
        api.MapDelete("/crises/{crisisId:guid}/readers/{person}", Delete)
            .Command("DismissReader", "Access", AccessCapabilities.AdmitReader);

    private static Task<IResult> Delete(
        Command<NoContent> command,
        Guid crisisId,
        PersonId person,
        CommandHandler handler,
        CancellationToken token
    ) =>
        handler.Handle(
            command.Context,
            StreamKinds.Crisis,
            crisisId,
            s => DismissReader.Decide(s.State<CrisisReaders>(), person),
            token: token
        );
}
