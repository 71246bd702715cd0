using CrisisCommand.People;
using CrisisCommand.Platform;

namespace CrisisCommand.Access;

/// <summary>A machine's key is no longer taken, from its next request on.</summary>
public static class RevokeKey
{
    public static Outcome Decide(Standing standing, PersonId machine, KeyName key) =>
        !standing.Keys.TryGetValue(key, out var known) ? AccessRefusals.NoSuchKey.With(machine.Value, key.Value)
        : known.IsLive ? Outcome.Happened(new MachineKeyRevoked(machine, key))
        : Outcome.Nothing;
}

public static class RevokeKeyEndpoint
{
    public static void MapRevokeKey(this IEndpointRouteBuilder api) =>
        api.MapDelete("/persons/{person}/keys/{key}", Delete).Command("RevokeKey", "Access", Capability.ManageKeys);

    private static Task<IResult> Delete(
        Command<NoContent> command,
        PersonId person,
        KeyName key,
        CommandHandler handler,
        CancellationToken token
    ) =>
        handler.Handle(
            command.Envelope,
            StreamKinds.Person,
            Person.StreamOf(person),
            s => RevokeKey.Decide(s.State<Standing>(), person, key),
            token: token
        );
}
