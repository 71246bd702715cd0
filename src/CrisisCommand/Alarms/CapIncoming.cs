using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using CrisisCommand.Alarms.Cap;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Alarms;

/// <summary>Puts a CAP message, from XML or from the VMA API's JSON, into our own terms.</summary>
public sealed partial class CapIncoming(ReferenceData reference, AlarmKinds kinds)
{
    private static readonly ForeignId TextCut = new("text-cut");
    private static readonly ForeignId ActualInExercise = new("actual-in-exercise");
    private static readonly ForeignId ReferenceWithoutTime = new("reference-without-time");
    private static readonly ForeignId SeveralInfos = new("several-infos");

    /// <summary>What nobody reads further: the whole is in the message, which is kept.</summary>
    private const int MostParts = 20;
    private const int LongestHeadline = 160;
    private const int LongestTerm = 64;
    private const int LongestName = 256;

    /// <param name="digest">SHA-256 (hex) of the message's bytes.</param>
    /// <param name="now">When it came: what is to begin later has not occurred yet.</param>
    public IncomingAlarm Read(ReceivedCapAlert received, AlarmSource source, Realm realm, ForeignId digest, DateTimeOffset now)
    {
        var (alert, infos) = (received.Alert, AlarmInfos.Of(received.Alert, reference, now));
        var id = AlarmIds.Of(alert.Sender, alert.Identifier, alert.Sent);
        var status = Enum.Parse<AlarmStatus>(alert.Status.ToString());
        return new(
            AlarmOf(alert, infos, id, source, status, digest, now) with
            {
                Deviations = DeviationsOf(received, infos, realm, status),
                Reach = infos.Reach,
            },
            ActOf(alert.MsgType),
            IncomingAlarm.CountsIn(realm, status),
            [.. alert.References.Where(r => r.Sent is not null).Select(r => AlarmIds.Of(r.Sender, r.Identifier, r.Sent!.Value)).Distinct()]
        )
        {
            Answers = alert.MsgType switch
            {
                CapMsgType.Ack => AlarmAnswerKind.Ack,
                CapMsgType.Error => AlarmAnswerKind.Error,
                _ => null,
            },
            Refers = [.. alert.References.Take(MostParts).Select(r => new ForeignId(Named(r)))],
            Loosely = [.. alert.References.Select(r => Alarm.NameOf(r.Sender, r.Identifier)).Distinct()],
        };
    }

    private Alarm AlarmOf(
        CapAlert alert,
        AlarmInfos infos,
        Guid id,
        AlarmSource source,
        AlarmStatus status,
        ForeignId digest,
        DateTimeOffset now
    )
    {
        var info = infos.Leading;
        var began = info?.Onset ?? info?.Effective;
        return new(
            id,
            source,
            new(alert.Sender),
            new(alert.Identifier),
            alert.Sent.ToUniversalTime(),
            status,
            KindOf(info),
            SeverityOf(info),
            Enum.Parse<Urgency>($"{info?.Urgency?.Known ?? CapUrgency.Unknown}"),
            Enum.Parse<Certainty>($"{info?.Certainty?.Known ?? CapCertainty.Unknown}"),
            infos.Areas is [var first, ..] ? first : null,
            Committed(HeadlineOf(info)),
            CommittedText.Commit(Storable(TextOf(alert, info))),
            Committed(PlaceOf(info)),
            began <= now ? began?.ToUniversalTime() : null,
            digest,
            [],
            Committed(info?.Instruction),
            Content: AlarmContent.Of(alert),
            Areas: infos.Areas.Length > 1 ? infos.Areas : null,
            Times: TimesOf(info),
            Passed: AlarmInfos.PassedOf(info, now),
            Parts: infos.Others.IsEmpty ? null : [.. infos.Others.Take(MostParts).Select(PartOf)],
            About: alert.Incidents.Count == 0
                ? null
                : [.. alert.Incidents.Distinct().Take(MostParts).Select(e => Alarm.EventOf(alert.Sender, e))]
        );
    }

    private AlarmPart PartOf(CapInfo info) =>
        new(KindOf(info), SeverityOf(info), Committed(HeadlineOf(info)), Committed(PlaceOf(info)), AlarmPlaces.AreasOf(info, reference));

    private IncidentKind KindOf(CapInfo? info) => kinds.Suggest(info) is var kind && reference.Knows(kind) ? kind : IncidentKind.Other;

    private static Severity SeverityOf(CapInfo? info) => Enum.Parse<Severity>($"{info?.Severity?.Known ?? CapSeverity.Unknown}");

    private static AlarmTimes? TimesOf(CapInfo? info) =>
        info is null or { Effective: null, Onset: null, Expires: null }
            ? null
            : new(info.Effective?.ToUniversalTime(), info.Onset?.ToUniversalTime(), info.Expires?.ToUniversalTime());

    /// <summary>What its sender calls it; where that is what every message of theirs is called, what it says first.</summary>
    private string? HeadlineOf(CapInfo? info) =>
        info?.Headline ?? kinds.Telling(info?.Event) ?? FirstSaid(info?.Description) ?? info?.Event;

    /// <summary>The first sentence that says something: warnings to the public begin with who warns whom.</summary>
    private string? FirstSaid(string? description)
    {
        var sentences = EndOfSentence()
            .Split(description ?? "")
            .Select(said => said.Trim().TrimEnd('.'))
            .Where(said => said.Length > 0)
            .ToList();
        var first =
            sentences.Find(said => !kinds.SaysNothing.Any(nothing => said.StartsWith(nothing, StringComparison.OrdinalIgnoreCase)))
            ?? sentences.FirstOrDefault();
        return first is { Length: > LongestHeadline } ? Cut(first, LongestHeadline) + "…" : first;
    }

    /// <summary>Neither behind a word of three letters at most, which may be cut short, nor before a small letter: "St. Eriksgatan", "3. maj".</summary>
    [GeneratedRegex(@"(?<=[.!?])(?<!\b\p{L}{1,3}\.)\s+(?!\p{Ll})|[\r\n]+")]
    private static partial Regex EndOfSentence();

    private static string TextOf(CapAlert alert, CapInfo? info) => info?.Description ?? alert.Note ?? info?.Headline ?? info?.Event ?? "";

    private static string? PlaceOf(CapInfo? info) =>
        info?.Areas.Select(area => area.AreaDesc).OfType<string>().ToList() is { Count: > 0 } places
            ? string.Join(", ", places.Distinct(StringComparer.Ordinal))
            : null;

    private static ImmutableArray<Deviation> DeviationsOf(ReceivedCapAlert received, AlarmInfos infos, Realm realm, AlarmStatus status)
    {
        var (alert, info) = (received.Alert, infos.Leading);
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
        Add(!infos.Others.IsEmpty, SeveralInfos, "info");
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
    private static string Storable(string text) => IsLong(text) ? Cut(text, CommittedText.MaxLength) : text;

    private static string Named(CapReference reference)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{reference.Sender},{reference.Identifier},{reference.Sent:O}");
        return name.Length <= LongestName ? name : Cut(name, LongestName);
    }

    private static bool IsLong(string? text) => text?.Length > CommittedText.MaxLength;

    private static string Short(string term) => term.Length <= LongestTerm ? term : Cut(term, LongestTerm);

    /// <summary>No half of a pair is left over: it could not be written.</summary>
    private static string Cut(string text, int most) => text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
