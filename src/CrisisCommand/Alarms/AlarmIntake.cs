using System.Security.Cryptography;
using CrisisCommand.Platform;

namespace CrisisCommand.Alarms;

/// <summary>
/// Takes messages in as one command, in one transaction. Which incidents they touch is known only from where the alarms they name are
/// filed, so the first look is at what this node remembers; when the store knows better, the command is carried again with what it knows.
/// </summary>
public sealed class AlarmIntake(Journals journals, CommandHandler handler)
{
    private const int Attempts = 8;

    public async Task<IResult> Take(PostedAlarm posted, ReceiveAlarms receive, Func<Reception, Answer> answer, CancellationToken token)
    {
        var envelope = posted.Envelope;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var targets = TargetsOf(envelope.Realm, receive);
            Reception? reception = null;
            var elsewhere = false;
            var handled = await handler
                .Carry(
                    envelope,
                    targets[0],
                    (first, others) =>
                    {
                        reception = receive.Decide(AlarmBooks.Of([first, .. others.OfType<StreamSnapshot>()]));
                        // Refused here so as to be carried again, on the streams that the messages do belong in.
                        elsewhere = reception.Unread is not null || reception.Happened[0].Stream != first.Id;
                        return elsewhere ? Problems.Contended : Keep(reception, posted);
                    },
                    [.. targets.Skip(1)],
                    _ => answer(reception!),
                    token
                )
                .ConfigureAwait(false);
            if (!elsewhere || handled is Handled.Answered)
            {
                return new AnswerResult(handled);
            }
        }

        return Answers.Problem(Problems.Contended);
    }

    public static string Digest(byte[] body) => Convert.ToHexStringLower(SHA256.HashData(body));

    /// <summary>The incident of the first message first; then every stream that the messages may touch, as far as this node knows.</summary>
    private List<Target> TargetsOf(Realm realm, ReceiveAlarms receive)
    {
        var alarms = receive.Messages.SelectMany(m => m.References.Prepend(m.Alarm.AlarmId)).Distinct().ToList();
        var files = alarms.ToDictionary(a => a, a => journals.Cached(realm, StreamKinds.Alarm, a) ?? journals.Empty(StreamKinds.Alarm, a));
        var filed = files.Values.SelectMany(f => f.State<FiledAlarm>().Incidents);
        var own = receive.Messages.Where(m => !files[m.Alarm.AlarmId].State<FiledAlarm>().Received).Select(m => m.OwnIncident);
        var incidents = filed.Concat(own).Distinct().ToList();
        var known = incidents.Select(i => journals.Cached(realm, StreamKinds.Incident, i) ?? journals.Empty(StreamKinds.Incident, i));
        var first = receive.Decide(AlarmBooks.Of([.. files.Values, .. known])).Happened[0].Stream;
        return
        [
            new(StreamKinds.Incident, first, MayBeNew: true),
            .. incidents.Where(i => i != first).Select(i => new Target(StreamKinds.Incident, i, MayBeNew: true)),
            .. alarms.Select(a => new Target(StreamKinds.Alarm, a, MayBeNew: true)),
        ];
    }

    /// <summary>The bytes are kept once, with the first alarm that they brought; a repetition brings nothing.</summary>
    private static Outcome Keep(Reception reception, PostedAlarm posted)
    {
        var incidents = reception.Placements.Where(p => !p.Repeated).SelectMany(p => p.Incidents).Distinct().ToList();
        return incidents.Count == 0
            ? reception.Outcome
            : reception.Outcome.Storing(
                new RawAlarm(
                    posted.Envelope.CommandId,
                    posted.MediaType,
                    Digest(posted.Body),
                    posted.Envelope.Now,
                    posted.Body,
                    [.. incidents]
                )
            );
    }
}
