using System.Collections.Immutable;
using System.Security.Cryptography;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Alarms;

/// <summary>
/// Takes messages in as one command, in one transaction. Which incidents they touch is known only from where the alarms they name are
/// filed, so the decision itself says which streams it takes, and is made on those.
/// </summary>
public sealed class AlarmIntake(CommandHandler handler, CommandReceipts receipts, IncidentList incidents, Journals journals)
{
    private const int Many = 20;

    /// <summary>A message leads to what it names, and that to where it stands.</summary>
    private const int MostRounds = 8;

    /// <summary>
    /// What was answered when these messages were taken, if they were: of many, to look that up costs little, and to decide them once more a
    /// great deal.
    /// </summary>
    public async Task<IResult?> Before(PostedAlarm posted, int messages, CancellationToken token) =>
        messages > Many && await receipts.Replay(posted.Context, token) is { } before ? new AnswerResult(before) : null;

    public async Task<IResult> Take(PostedAlarm posted, ReceiveAlarms receive, Func<Reception, Answer> answer, CancellationToken token)
    {
        Decision Decide(StreamSnapshot home, IReadOnlyList<StreamSnapshot?> others, Permits permits)
        {
            var handling = permits.To(IncidentsCapabilities.HandleIncident);
            var books = AlarmBooks.Of(home, others.OfType<StreamSnapshot>());
            return receive.Decide(books, posted.Context.Now, handling.Refusal is null) switch
            {
                AlarmDecision.Taken(var taken, var asHandler) => new Decision.Made(
                    Keep(taken, posted),
                    asHandler ? handling.Capacity : permits.Capacity,
                    _ => answer(taken)
                )
                {
                    Already = answer(taken),
                },
                AlarmDecision.Unread(var streams) => new Decision.Redirected(HomeOf(streams), [.. OthersOf(streams)]),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }

        receive = await Tracing(posted.Context.Realm, receive, token);
        var begin = receive.Streams;
        return new AnswerResult(await handler.Carry(posted.Context, HomeOf(begin), [.. OthersOf(begin)], Decide, token));
    }

    /// <summary>What they come to, without a trace.</summary>
    public async Task<(Reception Reception, AlarmBooks Books)> Rehearse(
        Realm realm,
        ReceiveAlarms receive,
        DateTimeOffset now,
        CancellationToken token
    )
    {
        receive = await Tracing(realm, receive, token);
        var streams = receive.Streams;
        for (var round = 0; round < MostRounds; round++)
        {
            var home = await Look(realm, HomeOf(streams), token);
            var others = new List<StreamSnapshot>();
            foreach (var other in OthersOf(streams))
            {
                others.Add(await Look(realm, other, token));
            }

            var books = AlarmBooks.Of(home, others);
            switch (receive.Decide(books, now))
            {
                case AlarmDecision.Taken(var taken, _):
                    return (taken, books);
                case AlarmDecision.Unread(var unread):
                    streams = unread;
                    break;
            }
        }

        throw new InvalidInput(Problems.Contended);
    }

    private Task<StreamSnapshot> Look(Realm realm, Target target, CancellationToken token) =>
        journals.Known(realm, target.Kind, target.Stream, refresh: true, token);

    private async Task<ReceiveAlarms> Tracing(Realm realm, ReceiveAlarms receive, CancellationToken token) =>
        receive with
        {
            Traced = await Traced(realm, receive, token),
        };

    /// <summary>Where messages may belong none of whose references has come from their sender. What has, the decision reads anyway.</summary>
    private async Task<ImmutableArray<Guid>> Traced(Realm realm, ReceiveAlarms receive, CancellationToken token)
    {
        var lost = new HashSet<Guid>();
        foreach (var message in receive.Messages.Where(m => m.Counts && m.Traces.Any()))
        {
            if (!await HasCome(realm, message, receive.By, token))
            {
                lost.UnionWith(message.Traces);
            }
        }

        return [.. await incidents.Named(realm, [.. lost], token)];
    }

    private async Task<bool> HasCome(Realm realm, IncomingAlarm message, PersonId sender, CancellationToken token)
    {
        foreach (var name in message.Named)
        {
            var filed = await journals.Load(realm, StreamKinds.Alarm, name, token);
            if (filed?.State<FiledAlarm>().Of(sender) is { Received: true })
            {
                return true;
            }
        }

        return false;
    }

    public static string Digest(byte[] body) => Convert.ToHexStringLower(SHA256.HashData(body));

    private static Target HomeOf(AlarmStreams streams) =>
        new(streams.IsFile ? StreamKinds.Alarm : StreamKinds.Incident, streams.Home, MayBeNew: true);

    private static IEnumerable<Target> OthersOf(AlarmStreams streams) =>
        [
            .. streams.Incidents.Select(i => new Target(StreamKinds.Incident, i, MayBeNew: true)),
            .. streams.Alarms.Select(a => new Target(StreamKinds.Alarm, a, MayBeNew: true)),
        ];

    /// <summary>The bytes are kept once, with the first alarm that they brought; a repetition brings nothing.</summary>
    private static Outcome Keep(Reception reception, PostedAlarm posted)
    {
        var kept = reception.Placements.Where(p => !p.Repeated).ToList();
        return kept.Count == 0
            ? reception.Outcome
            : reception.Outcome.Storing(
                new RawAlarm(
                    posted.Context.CommandId,
                    posted.MediaType,
                    Digest(posted.Body),
                    posted.Context.Now,
                    posted.Body,
                    [.. kept.SelectMany(p => p.Incidents).Distinct()]
                )
            );
    }
}
