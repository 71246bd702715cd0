using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Klo.Staffing;

/// <summary>A person is in place. The first who comes holds the function; a later one takes over by handover.</summary>
public sealed record StaffFunction(PersonId PersonId)
{
    /// <param name="known">Whether the person is known in this realm.</param>
    public Outcome Decide(KloActivation klo, FunctionKey function, bool known) =>
        klo.IsStoodDown ? KloRefusals.StoodDown
        : klo.Post(function) is not { } post ? KloRefusals.UnknownFunction.With(function.Value)
        : !known ? (KloRefusals.UnknownPerson with { Pointer = "#/personId" }).With(PersonId.Value)
        : post.Holder == PersonId ? Outcome.Nothing
        : post.Holder is { } holder ? KloRefusals.AlreadyStaffed.With(function.Value, holder.Value)
        : Outcome.Happened(new FunctionStaffed(function, PersonId, post.MandateOf(PersonId)));
}

public static class StaffFunctionEndpoint
{
    public static void MapStaffFunction(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/functions/{function}/staffing", Post)
            .Command("StaffFunction", "Klo", KloCapabilities.StaffFunction)
            .OrElse(KloCapabilities.StaffOneself);

    private static async Task<IResult> Post(
        Command<StaffFunction> command,
        Guid crisisId,
        FunctionKey function,
        CommandHandler handler,
        PersonDirectory directory,
        CancellationToken token
    )
    {
        var known = await directory.Knows(command.Context.Realm, command.Content.PersonId, token);
        var (person, context) = (command.Content.PersonId, command.Context);
        return await handler.Handle(
            // Whoever is called to a function takes it themselves; all else is for those who run the staff.
            context.Demanding(s =>
                person == context.By && s.State<KloActivation>().Post(function)?.Awaits(person) == true
                    ? (KloCapabilities.StaffOneself, function)
                    : (Appointment.Needs(s.State<KloActivation>(), function, person), function)
            ),
            StreamKinds.Crisis,
            crisisId,
            s =>
                Appointment.Refuse(s.State<KloActivation>(), function, person, context.By) is { } refused
                    ? refused
                    : command.Content.Decide(s.State<KloActivation>(), function, known),
            token: token
        );
    }
}
