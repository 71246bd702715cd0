using System.Collections.Immutable;
using CrisisCommand.Incidents;
using CrisisCommand.Platform;
using CrisisCommand.Reference;

namespace CrisisCommand.Alarms;

/// <summary>Puts a CAP message, from XML or from the VMA API's JSON, into our own terms.</summary>
public sealed class CapIncoming(ReferenceData reference, AlarmKinds kinds)
{
    private static readonly ForeignId TextCut = new("text-cut");
    private static readonly ForeignId ActualInExercise = new("actual-in-exercise");
    private static readonly ForeignId ReferenceWithoutTime = new("reference-without-time");

    /// <param name="digest">SHA-256 (hex) of the message's bytes.</param>
    /// <param name="now">When it came: what is to begin later has not occurred yet.</param>
    public IncomingAlarm Read(ReceivedCapAlert received, AlarmSource source, Realm realm, ForeignId digest, DateTimeOffset now)
    {
        var alert = received.Alert;
        var id = AlarmIds.Of(alert.Sender, alert.Identifier, alert.Sent);
        var status = Enum.Parse<AlarmStatus>(alert.Status.ToString());
        return new(
            AlarmOf(received, id, source, status, digest, now) with
            {
                Deviations = DeviationsOf(received, realm, status),
            },
            ActOf(alert.MsgType),
            IncomingAlarm.CountsIn(realm, status),
            [.. alert.References.Where(r => r.Sent is not null).Select(r => AlarmIds.Of(r.Sender, r.Identifier, r.Sent!.Value)).Distinct()],
            AlarmIds.IncidentOf(id)
        );
    }

    private Alarm AlarmOf(ReceivedCapAlert received, Guid id, AlarmSource source, AlarmStatus status, ForeignId digest, DateTimeOffset now)
    {
        var alert = received.Alert;
        var info = alert.InfoToShow();
        var kind = kinds.Suggest(info);
        var began = info?.Onset ?? info?.Effective;
        return new(
            id,
            source,
            new(alert.Sender),
            new(alert.Identifier),
            alert.Sent.ToUniversalTime(),
            status,
            reference.Knows(kind) ? kind : IncidentKind.Other,
            Enum.Parse<Severity>($"{info?.Severity?.Known ?? CapSeverity.Unknown}"),
            Enum.Parse<Urgency>($"{info?.Urgency?.Known ?? CapUrgency.Unknown}"),
            Enum.Parse<Certainty>($"{info?.Certainty?.Known ?? CapCertainty.Unknown}"),
            AlarmPlaces.AreaOf(info, reference),
            Committed(info?.Headline ?? info?.Event),
            CommittedText.Commit(Storable(TextOf(alert, info))),
            Committed(PlaceOf(info)),
            began <= now ? began?.ToUniversalTime() : null,
            digest,
            [],
            Committed(info?.Instruction)
        );
    }

    private static string TextOf(CapAlert alert, CapInfo? info) => info?.Description ?? alert.Note ?? info?.Headline ?? info?.Event ?? "";

    private static string? PlaceOf(CapInfo? info) =>
        info?.Areas.Select(area => area.AreaDesc).OfType<string>().ToList() is { Count: > 0 } places
            ? string.Join(", ", places.Distinct(StringComparer.Ordinal))
            : null;

    private static ImmutableArray<Deviation> DeviationsOf(ReceivedCapAlert received, Realm realm, AlarmStatus status)
    {
        var (alert, info) = (received.Alert, received.Alert.InfoToShow());
        var found = received
            .Deviations.Select(d => new Deviation(new(d.Code), new(d.Path), d.Found is { } term ? new(Short(term)) : null))
            .ToList();
        void Add(bool holds, ForeignId code, string at)
        {
            if (holds)
            {
                found.Add(new(code, new(at)));
            }
        }

        Add(!realm.IsLive && status == AlarmStatus.Actual, ActualInExercise, "status");
        Add(alert.References.Any(r => r.Sent is null), ReferenceWithoutTime, "references");
        Add(IsLong(info?.Headline ?? info?.Event), TextCut, "headline");
        Add(IsLong(TextOf(alert, info)), TextCut, "description");
        Add(IsLong(PlaceOf(info)), TextCut, "areaDesc");
        Add(IsLong(info?.Instruction), TextCut, "instruction");
        return [.. found];
    }

    private static AlarmAct ActOf(CapMsgType type) =>
        type switch
        {
            CapMsgType.Alert => AlarmAct.Raise,
            CapMsgType.Update => AlarmAct.Update,
            CapMsgType.Cancel => AlarmAct.Cancel,
            _ => AlarmAct.Note,
        };

    private static CommittedText? Committed(string? text) => text is null ? null : CommittedText.Commit(Storable(text));

    /// <summary>As long as any text we take; the whole is in the message itself, which is kept.</summary>
    private static string Storable(string text) =>
        !IsLong(text)
            ? text
            : text[..(char.IsHighSurrogate(text[CommittedText.MaxLength - 1]) ? CommittedText.MaxLength - 1 : CommittedText.MaxLength)];

    private static bool IsLong(string? text) => text?.Length > CommittedText.MaxLength;

    private static string Short(string term)
    {
        const int most = 64;
        return term.Length <= most ? term : term[..(char.IsHighSurrogate(term[most - 1]) ? most - 1 : most)];
    }
}
