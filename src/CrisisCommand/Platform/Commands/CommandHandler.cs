using System.Text.Json;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Telemetry;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.Options;

namespace CrisisCommand.Platform.Commands;

/// <summary>
/// A command's whole way (architecture.md §3): decide on the folded stream, then append events, openings and receipt in one transaction
/// that holds only if the stream has not moved. A success costs one round trip and the commit; only what is no success looks up whether the
/// same command was carried out before.
/// </summary>
/// <remarks>It is the way of a command in order, and each of them is one step of it.</remarks>
public sealed class CommandHandler(
    Journals journals,
    IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json,
    CommandGates gates,
    CommandStreams streams,
    CommandChecks checks,
    CommandReceipts receipts,
    DatabaseClock clock
)
{
    private const int Attempts = 8;

    /// <summary>Decides on an existing stream and answers 204, or what <paramref name="answer"/> makes of the facts.</summary>
    public Task<IResult> Handle(
        CommandContext context,
        string kind,
        Guid stream,
        Func<StreamSnapshot, Outcome> decide,
        Func<IReadOnlyList<Fact>, Answer>? answer = null,
        CancellationToken token = default
    ) => Handle(context, kind, stream, (s, _) => decide(s), answer, token);

    /// <summary>The same where the facts say in what capacity their author acted.</summary>
    public async Task<IResult> Handle(
        CommandContext context,
        string kind,
        Guid stream,
        Func<StreamSnapshot, Capacity?, Outcome> decide,
        Func<IReadOnlyList<Fact>, Answer>? answer = null,
        CancellationToken token = default
    ) =>
        new AnswerResult(
            await Carry(
                context,
                new(kind, stream, MayBeNew: false),
                [],
                (s, _, permits) => new Decision.Made(decide(s, permits.Capacity), permits.Capacity, answer),
                token
            )
        );

    /// <summary>Decides on several streams at once: the target first, then those that the decision also looks at or appends to.</summary>
    public async Task<IResult> Handle(
        CommandContext context,
        Target target,
        Func<StreamSnapshot, IReadOnlyList<StreamSnapshot?>, Outcome> decide,
        IReadOnlyList<Target> others,
        Func<IReadOnlyList<Fact>, Answer>? answer = null,
        CancellationToken token = default
    ) => new AnswerResult(await Carry(context, target, decide, others, answer, token));

    /// <summary>The same for work of our own, which has no HTTP answer.</summary>
    public Task<Handled> Carry(
        CommandContext context,
        Target target,
        Func<StreamSnapshot, IReadOnlyList<StreamSnapshot?>, Outcome> decide,
        IReadOnlyList<Target> others,
        Func<IReadOnlyList<Fact>, Answer>? answer,
        CancellationToken token
    ) => Carry(context, target, others, (s, o, permits) => new Decision.Made(decide(s, o), permits.Capacity, answer), token);

    /// <summary>The same for a decision that also rests on what is looked up beside the streams.</summary>
    public async Task<IResult> Handle(
        CommandContext context,
        Target target,
        IReadOnlyList<Target> others,
        Beside beside,
        Func<StreamSnapshot, IReadOnlyList<StreamSnapshot?>, Capacity?, Outcome> decide,
        Func<IReadOnlyList<Fact>, Answer>? answer,
        CancellationToken token
    )
    {
        Decision Decide(StreamSnapshot stream, IReadOnlyList<StreamSnapshot?> seen, Permits permits) =>
            new Decision.Made(decide(stream, seen, permits.Capacity), permits.Capacity, answer);
        return new AnswerResult(await Carry(context, target, others, Decide, token, beside));
    }

    /// <summary>The same where only the decision finds which streams it takes: it is made on those that it names.</summary>
    public async Task<Handled> Carry(
        CommandContext context,
        Target target,
        IReadOnlyList<Target> others,
        Func<StreamSnapshot, IReadOnlyList<StreamSnapshot?>, Permits, Decision> decide,
        CancellationToken token,
        Beside? beside = null
    )
    {
        if (!clock.MayRecord(context.Now))
        {
            return new Handled.Refused(Problems.ClockOutOfStep, null);
        }

        for (var round = 0; round < Attempts; round++)
        {
            var (handled, redirected) = await CarryOn(context, target, others, decide, beside, token);
            if (redirected is null)
            {
                return handled ?? new Handled.Refused(Problems.Contended, null);
            }

            (target, others) = (redirected.Target, redirected.Others);
        }

        return new Handled.Refused(Problems.Contended, null);
    }

    /// <returns>Neither where others always came first.</returns>
    private async Task<(Handled? Handled, Decision.Redirected? Redirected)> CarryOn(
        CommandContext context,
        Target target,
        IReadOnlyList<Target> others,
        Func<StreamSnapshot, IReadOnlyList<StreamSnapshot?>, Permits, Decision> decide,
        Beside? beside,
        CancellationToken token
    )
    {
        using var gate = await gates.Enter(beside?.Queue ?? target.Stream, token);
        var looked = await streams.Look(context, target, others, beside, refresh: false, token);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var decision = checks.Decide(context, target, looked, decide);
            if (decision is not Decision.Made { Outcome: var outcome } made)
            {
                return (null, (Decision.Redirected)decision);
            }

            var handled =
                outcome.Refusal is null && outcome.Events.Length > 0
                    ? await Commit(context, looked, made, token)
                    : await receipts.Replay(context, token);
            if (handled is not null)
            {
                return (handled, null);
            }

            // Somebody else appended meanwhile; or nothing happened, and that is not said on a view that may be behind another node's.
            var fresh = await streams.Look(context, target, others, beside, refresh: true, token);
            if (outcome.Events.IsEmpty && fresh.IsSameAs(looked))
            {
                return (await receipts.Settle(context, made, looked.Streams[0]?.Version ?? 0, token), null);
            }

            looked = fresh;
        }

        return default;
    }

    /// <param name="location">Null where what was made has no address of its own.</param>
    public Answer Created<TBody>(TBody body, string? location = null) =>
        new(201, location, JsonSerializer.Serialize(body, json.Value.SerializerOptions));

    public Answer Told<TBody>(TBody body) => new(200, Body: JsonSerializer.Serialize(body, json.Value.SerializerOptions));

    /// <summary>Null where the stream has moved: decide again.</summary>
    private async Task<Handled?> Commit(CommandContext context, Looked looked, Decision.Made made, CancellationToken token)
    {
        var (outcome, capacity, answer) = made;
        var target = looked.Streams[0]!;
        List<Append> appends =
        [
            new(target, outcome.Events),
            .. outcome.Elsewhere.Select(e => new Append(looked.Streams.First(s => s?.Id == e.Stream)!, e.Events)),
        ];
        Answer Answer(IReadOnlyList<Fact> facts) => (answer?.Invoke(facts) ?? new Answer(204)) with { Version = facts[^1].Version };
        Receipt? Kept(IReadOnlyList<Fact> facts) => Receipt.Of(context, Answer(facts));
        switch (await journals.Commit(context, capacity, appends, Kept, token, outcome.Documents, looked.Grounds))
        {
            case CommitResult.Done done:
                Instruments.Commands.Add(1);
                return new Handled.Answered(Answer(done.Facts), Replayed: false);
            case CommitResult.AlreadyDone:
                return await receipts.Replay(context, token) ?? new Handled.Refused(Problems.Contended, null);
            default:
                return null;
        }
    }
}
