using CrisisCommand.Klo.Staffing;
using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Klo.Summoning;

/// <summary>Somebody is summoned to a function outside its order, for instance when the order is exhausted.</summary>
public sealed record SummonPerson(PersonId PersonId)
{
    /// <param name="klo">As it is once whoever sends this was heard: a silent holder who summons somebody is there.</param>
    /// <param name="known">Whether the person is known in this realm.</param>
    public Outcome Decide(KloActivation klo, FunctionKey function, bool known, DateTimeOffset now, KloTimes times) =>
        klo.IsStoodDown ? KloRefusals.StoodDown
        : klo.Post(function) is not { } post ? KloRefusals.UnknownFunction.With(function.Value)
        : !known ? (KloRefusals.UnknownPerson with { Pointer = "#/personId" }).With(PersonId.Value)
        : post.Holder is { } holder && (!post.NeedsSomebody || holder == PersonId)
            ? KloRefusals.AlreadyStaffed.With(function.Value, holder.Value)
        : post.Search.Any(s => s.Person == PersonId && s.IsPending) ? Outcome.Nothing
        : Outcome.Happened(Escalation.Summon(post, PersonId, now, times));
}

public static class SummonPersonEndpoint
{
    public static void MapSummonPerson(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/functions/{function}/summons", Post)
            .Command("SummonPerson", "Klo", KloCapabilities.StaffFunction);

    private static async Task<IResult> Post(
        Command<SummonPerson> command,
        Guid crisisId,
        FunctionKey function,
        CommandHandler handler,
        PersonDirectory directory,
        KloTimes times,
        CancellationToken token
    )
    {
        var (summon, context) = (command.Content, command.Context);
        var known = await directory.Knows(context.Realm, summon.PersonId, token);
        return await handler.Handle(
            context.Demanding(s => (Appointment.Needs(s.State<KloActivation>(), function, summon.PersonId), function)),
            StreamKinds.Crisis,
            crisisId,
            s =>
                Appointment.Refuse(s.State<KloActivation>(), function, summon.PersonId, context.By) is { } refused
                    ? refused
                    : summon.Decide(s.State<KloActivation>().Heard(context.By), function, known, context.Now, times),
            token: token
        );
    }
}
