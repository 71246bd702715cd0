using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Klo.Staffing;

/// <summary>The holder of a function, or whoever leads the crisis, hands it to another person, who has to accept.</summary>
public sealed record OfferHandover(PersonId To, CommittedText Briefing)
{
    /// <param name="known">Whether the person it is offered to is known in this realm.</param>
    public Outcome Decide(KloActivation klo, FunctionKey function, PersonId by, bool known) =>
        klo.IsStoodDown ? KloRefusals.StoodDown
        : klo.Post(function) is not { } post ? KloRefusals.UnknownFunction.With(function.Value)
        : post.Holder is not { } holder ? KloRefusals.NotStaffed.With(function.Value)
        : by != holder && by != klo.Leader ? KloRefusals.NotHolder.With(function.Value, by.Value)
        : !known ? (KloRefusals.UnknownPerson with { Pointer = "#/to" }).With(To.Value)
        : To == holder ? Outcome.Nothing
        : post.Handover is { } pending ? KloRefusals.HandoverPending.With(function.Value, pending.To.Value)
        : Outcome.Happened(new HandoverOffered(function, holder, To, Briefing));
}

public static class OfferHandoverEndpoint
{
    public static void MapOfferHandover(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/functions/{function}/handover", Post)
            .Command("OfferHandover", "Klo", KloCapabilities.OfferHandover);

    private static async Task<IResult> Post(
        Command<OfferHandover> command,
        Guid crisisId,
        FunctionKey function,
        CommandHandler handler,
        PersonDirectory directory,
        CancellationToken token
    )
    {
        var (offer, context) = (command.Content, command.Context);
        var known = await directory.Knows(context.Realm, offer.To, token);
        return await handler.Handle(
            context,
            StreamKinds.Crisis,
            crisisId,
            s => offer.Decide(s.State<KloActivation>(), function, context.By, known),
            token: token
        );
    }
}
