using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Duty;

/// <summary>A person takes over another's shift, or a part of it; or several on end.</summary>
/// <param name="From">Who is on duty by the roster as it stands.</param>
public sealed record SwapShift(PersonId From, PersonId To, DateTimeOffset Start, DateTimeOffset End)
{
    /// <param name="swap">The id that the swap gets.</param>
    /// <param name="known">Whether who takes over is known in this realm.</param>
    public Outcome Decide(DutyRoster roster, Guid swap, bool known, DateTimeOffset now)
    {
        var (start, end) = (DutyTimes.WholeSecond(Start), DutyTimes.WholeSecond(End));
        return !known ? (DutyRefusals.UnknownPerson.As("colleague") with { Pointer = "#/to" }).With(To.Value)
            : start >= end ? DutyRefusals.SwapEndsFirst
            : start < now - Clock.Tolerance ? DutyRefusals.SwapInThePast
            : !roster.IsOnDutyThroughout(From, start, end) ? DutyRefusals.NotOnDuty.With(From.Value)
            : roster.Shifts.Any(s => s.Person == To && s.Start < end && start < s.End) ? DutyRefusals.AlreadyOnDuty.With(To.Value)
            : Outcome.Happened(new ShiftSwapped(roster.Layer, swap, From, To, start, end));
    }
}

public sealed record SwapCreated(Guid SwapId);

public static class SwapShiftEndpoint
{
    public static void MapSwapShift(this IEndpointRouteBuilder api) =>
        api.MapPost("/duty/rosters/{layer}/swaps", Post).Command("SwapShift", "Duty", DutyCapabilities.SwapShift).Created<SwapCreated>();

    private static async Task<IResult> Post(
        Command<SwapShift> command,
        RosterLayer layer,
        CommandHandler handler,
        PersonDirectory directory,
        CancellationToken token
    )
    {
        var (content, context) = (command.Content, command.Context);
        var known = await directory.Knows(context.Realm, content.To, token);
        var swap = context.CommandId;
        return await handler.Handle(
            context,
            StreamKinds.Roster,
            layer.Stream,
            s => content.Decide(s.State<DutyRoster>(), swap, known, context.Now),
            _ => handler.Created(new SwapCreated(swap)),
            token
        );
    }
}
