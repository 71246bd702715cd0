using CrisisCommand.Klo;
using CrisisCommand.Klo.Plans;
using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Access;

/// <summary>
/// A machine becomes known, or is registered anew with other particulars. An id that is a person's stays a person's; only what was
/// registered as a person when machines still had to be, and never had a person's rights, becomes what it always was, keys and all.
/// </summary>
/// <param name="Phone">Of those who keep it.</param>
public sealed record RegisterMachine(CommittedText Name, CommittedText? Phone = null)
{
    /// <param name="planned">Whether an adopted plan names it.</param>
    public Outcome Decide(Standing standing, PersonId machine, bool planned)
    {
        if (standing.Kind == SubjectKind.Person && (planned || !standing.IsOldMachine))
        {
            return AccessRefusals.IsPerson.With(machine.Value);
        }

        var phone = Phone is { } given ? Addresses.Normal(Channel.Voice, given) : null;
        return Phone is not null && phone is null
            ? (PeopleRefusals.PhoneInvalid with { Pointer = "#/phone" }).With(Phone.Value.Words ?? "")
            : Outcome.Happened(new MachineRegistered(machine, Name, phone));
    }
}

public static class RegisterMachineEndpoint
{
    public static void MapRegisterMachine(this IEndpointRouteBuilder api) =>
        api.MapPut("/machines/{machine}", Put).Command("RegisterMachine", "Access", AccessCapabilities.ManageKeys);

    private static async Task<IResult> Put(
        Command<RegisterMachine> command,
        PersonId machine,
        CommandHandler handler,
        AdoptedPlans adopted,
        CancellationToken token
    ) =>
        await handler.Handle(
            command.Context,
            new Target(StreamKinds.Person, Person.StreamOf(machine), MayBeNew: true),
            (s, plans) => command.Content.Decide(s.State<Standing>(), machine, plans.Any(p => Names(p, machine))),
            [.. (await adopted.Streams(command.Context.Realm, anew: true, token)).Select(p => new Target(StreamKinds.Plan, p))],
            token: token
        );

    private static bool Names(StreamSnapshot? plan, PersonId machine) => plan?.State<KloPlan>().Names(machine) == true;
}
