using System.Text.Json;
using Microsoft.Extensions.Options;

namespace CrisisCommand.Platform;

/// <summary>
/// A command's whole way (architecture.md §3): decide on the folded stream, then append events, openings and receipt in one transaction
/// that holds only if the stream has not moved. A success costs one round trip and the commit; only what is no success looks up whether the
/// same command was carried out before.
/// </summary>
public sealed class CommandHandler(
    Journals journals,
    IEnumerable<FunctionHeld> held,
    IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json,
    CommandGates gates,
    CommandStreams streams,
    Authority authority
)
{
    private const int Attempts = 8;

    /// <summary>Decides on an existing stream and answers 204, or what <paramref name="answer"/> makes of the facts.</summary>
    public Task<IResult> Handle(
        Envelope envelope,
        string kind,
        Guid stream,
        Func<StreamSnapshot, Outcome> decide,
        Func<IReadOnlyList<Fact>, Answer>? answer = null,
        CancellationToken token = default
    ) => Handle(envelope, new Target(kind, stream, MayBeNew: false), (s, _) => decide(s), [], answer, token);

    /// <summary>Decides on several streams at once: the target first, then those that the decision also looks at or appends to.</summary>
    public async Task<IResult> Handle(
        Envelope envelope,
        Target target,
        Func<StreamSnapshot, IReadOnlyList<StreamSnapshot?>, Outcome> decide,
        IReadOnlyList<Target> others,
        Func<IReadOnlyList<Fact>, Answer>? answer = null,
        CancellationToken token = default
    ) => new AnswerResult(await Carry(envelope, target, decide, others, answer, token).ConfigureAwait(false));

    /// <summary>The same for work of our own, which has no HTTP answer.</summary>
    public async Task<Handled> Carry(
        Envelope envelope,
        Target target,
        Func<StreamSnapshot, IReadOnlyList<StreamSnapshot?>, Outcome> decide,
        IReadOnlyList<Target> others,
        Func<IReadOnlyList<Fact>, Answer>? answer,
        CancellationToken token
    )
    {
        using var gate = await gates.Enter(target.Stream, token).ConfigureAwait(false);
        var looked = await streams.Look(envelope, target, others, refresh: false, token).ConfigureAwait(false);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var (outcome, version) = Decide(envelope, target, decide, looked);
            var handled =
                outcome.Refusal is null && outcome.Events.Length > 0
                    ? await Commit(envelope, looked, outcome, answer, token).ConfigureAwait(false)
                    : await Replay(envelope, token).ConfigureAwait(false);
            if (handled is not null)
            {
                return handled;
            }

            // Somebody else appended meanwhile; or nothing happened, and that is not said on a view that may be behind another node's.
            var fresh = await streams.Look(envelope, target, others, refresh: true, token).ConfigureAwait(false);
            if (outcome.Events.IsEmpty && fresh.IsSameAs(looked))
            {
                return await Settle(envelope, outcome, version, token).ConfigureAwait(false);
            }

            looked = fresh;
        }

        return new Handled.Refused(Problems.Contended, null);
    }

    /// <param name="location">Null where what was made has no address of its own.</param>
    public Answer Created<TBody>(TBody body, string? location = null) =>
        new(201, location, JsonSerializer.Serialize(body, json.Value.SerializerOptions));

    private (Outcome Outcome, long Version) Decide(
        Envelope envelope,
        Target target,
        Func<StreamSnapshot, IReadOnlyList<StreamSnapshot?>, Outcome> decide,
        Looked looked
    )
    {
        var stream = looked.Streams[0] ?? journals.Empty(target.Kind, target.Stream);
        var missing = !stream.Exists && !target.MayBeNew;
        // Whether there is such a person or notice is told only to those who may do something about it; a crisis tells by who is in it.
        return missing && target.Kind == StreamKinds.Crisis ? (Problems.NotFound, 0)
            : envelope.Demand is not null && authority.Refuse(envelope, stream, looked.Grounds) is { } refusal ? (refusal, stream.Version)
            : missing ? (Problems.NotFound, 0)
            : envelope.IfMatch is { } match && !match.Accepts(stream.Version) ? (Problems.VersionMoved, stream.Version)
            : (decide(stream, [.. looked.Streams.Skip(1)]), stream.Version);
    }

    /// <summary>Null where the stream has moved: decide again.</summary>
    private async Task<Handled?> Commit(
        Envelope envelope,
        Looked looked,
        Outcome outcome,
        Func<IReadOnlyList<Fact>, Answer>? answer,
        CancellationToken token
    )
    {
        var target = looked.Streams[0]!;
        List<Append> appends =
        [
            new(target, outcome.Events),
            .. outcome.Elsewhere.Select(e => new Append(looked.Streams.First(s => s?.Id == e.Stream)!, e.Events)),
        ];
        var function = held.Select(f => f(target, envelope.By)).FirstOrDefault(f => f is not null);
        Answer Answer(IReadOnlyList<Fact> facts) => (answer?.Invoke(facts) ?? new Answer(204)) with { Version = facts[^1].Version };
        Receipt? Kept(IReadOnlyList<Fact> facts) => Receipt.Of(envelope, Answer(facts));
        switch (await journals.Commit(envelope, function, appends, Kept, token, outcome.Documents, looked.Grounds).ConfigureAwait(false))
        {
            case CommitResult.Done done:
                Telemetry.Commands.Add(1);
                return new Handled.Answered(Answer(done.Facts), Replayed: false);
            case CommitResult.AlreadyDone:
                return await Replay(envelope, token).ConfigureAwait(false) ?? new Handled.Refused(Problems.Contended, null);
            default:
                return null;
        }
    }

    /// <summary>A refusal of the rules, or "already so", is an answer for ever as well; a missing stream or a moved version is not.</summary>
    private async Task<Handled> Settle(Envelope envelope, Outcome outcome, long version, CancellationToken token)
    {
        if (outcome.Refusal is { } refusal)
        {
            Telemetry.Refusals.Add(1, new KeyValuePair<string, object?>("code", refusal.Code));
            if (refusal.Status != 409 || envelope.Key is null)
            {
                return new Handled.Refused(refusal, refusal == Problems.VersionMoved ? version : null);
            }
        }

        var answer = outcome.Refusal is { } refused ? Refused(envelope, refused) : new Answer(204, Version: version);
        if (Receipt.Of(envelope, answer) is { } receipt && !await journals.Keep(envelope, receipt, token).ConfigureAwait(false))
        {
            return await Replay(envelope, token).ConfigureAwait(false) ?? new Handled.Refused(Problems.Contended, null);
        }

        return new Handled.Answered(answer, Replayed: false);
    }

    private async Task<Handled?> Replay(Envelope envelope, CancellationToken token)
    {
        if (envelope.Key is not { } key || await journals.ReceiptOf(envelope, token).ConfigureAwait(false) is not { } receipt)
        {
            return null;
        }

        Telemetry.Replays.Add(1);
        return receipt.PayloadHash.AsSpan().SequenceEqual(key.PayloadHash)
            ? new Handled.Answered(receipt.Answer, Replayed: true)
            : new Handled.Refused(Problems.KeyReused, null);
    }

    private Answer Refused(Envelope envelope, Refusal refusal) =>
        new(
            refusal.Status,
            Body: JsonSerializer.Serialize(Problems.Of(refusal, new Words(envelope.Culture)), json.Value.SerializerOptions)
        );
}
