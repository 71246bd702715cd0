using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Access;

/// <summary>A machine's key is no longer taken, from its next request on.</summary>
public static class RevokeKey
{
    public static Outcome Decide(Standing standing, PersonId machine, KeyName key) =>
        !standing.IsMachine ? AccessRefusals.NoMachine.With(machine.Value)
        : !standing.Keys.TryGetValue(key, out var known) ? AccessRefusals.NoSuchKey.With(machine.Value, key.Value)
        : known.IsLive ? Outcome.Happened(new MachineKeyRevoked(machine, key))
        : Outcome.Nothing;
}

public static class RevokeKeyEndpoint
{
    public static void MapRevokeKey(this IEndpointRouteBuilder api) =>
        api.MapDelete("/machines/{machine}/keys/{key}", Delete).Command("RevokeKey", "Access", AccessCapabilities.ManageKeys);

    private static Task<IResult> Delete(
        Command<NoContent> command,
        PersonId machine,
        KeyName key,
        CommandHandler handler,
        CancellationToken token
    ) =>
        handler.Handle(
            command.Context,
            StreamKinds.Person,
            Person.StreamOf(machine),
            s => RevokeKey.Decide(s.State<Standing>(), machine, key),
            token: token
        );
}
