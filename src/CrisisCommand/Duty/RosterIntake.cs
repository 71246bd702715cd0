using System.Collections.Immutable;
using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.Options;

namespace CrisisCommand.Duty;

/// <summary>From a calendar to the command that adopts it: its rules followed as far as the horizon, its names known.</summary>
public sealed class RosterIntake(PersonDirectory directory, IOptions<CalendarBounds> bounds, TimeProvider clock)
{
    /// <summary>How far ahead the rules of a calendar are followed, in years: the roster ends then unless it is adopted again.</summary>
    public const int HorizonYears = 2;

    /// <summary>Refuses a calendar by throwing, as all binding does, and names every entry at fault.</summary>
    public async Task<AdoptRoster> Read(Realm realm, byte[] calendar, DateTimeOffset? from, DateTimeOffset now, CancellationToken token)
    {
        var start = DutyTimes.WholeSecond(from ?? now);
        var horizon = Horizon(start > now ? start : now);
        var reading = await Reckon(calendar, start, horizon, token);
        if (reading.Fault is { } fault)
        {
            throw new InvalidInput(fault);
        }

        var persons = await directory.Spellings(realm, token);
        var (shifts, strangers) = Known(reading.Shifts, persons);
        ImmutableArray<(string, Refusal)> faults = [.. reading.Faults, .. strangers];
        return faults.IsEmpty
            ? new AdoptRoster(shifts, CalendarDigest.Of(calendar), start, horizon)
            : throw new InvalidInput(DutyRefusals.CalendarFaulty.With($"{faults.Length}"), faults);
    }

    /// <summary>Beside the request, in a time of its own, and no longer than anybody waits for it.</summary>
    private async Task<RosterReading> Reckon(byte[] calendar, DateTimeOffset start, DateTimeOffset horizon, CancellationToken token)
    {
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(bounds.Value.Seconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, token);
        var ended = either.Token;
        try
        {
            return await Task.Run(() => RosterParser.Read(calendar, start, horizon, bounds.Value, ended), ended);
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested && !token.IsCancellationRequested)
        {
            throw new InvalidInput(DutyRefusals.TooMuchWork.With($"{bounds.Value.Seconds}"));
        }
    }

    /// <summary>From a midnight to a midnight, so that the same calendar sent twice a day is the same roster.</summary>
    internal static DateTimeOffset Horizon(DateTimeOffset from) =>
        DutyTimes.At(TimeZoneInfo.ConvertTime(from, DutyTimes.Stockholm).Date.AddYears(HorizonYears), DutyTimes.Stockholm);

    /// <summary>Only entries with a shift in the time looked at must name somebody: who left long ago stands in many a calendar.</summary>
    internal static (ImmutableArray<Shift> Shifts, ImmutableArray<(string Pointer, Refusal Fault)> Strangers) Known(
        ImmutableArray<DraftShift> drafts,
        IReadOnlyDictionary<string, PersonId> persons
    )
    {
        var known = drafts.Select(d => (Draft: d, Person: PersonOf(d, persons))).ToList();
        return (
            [
                .. known
                    .Where(k => k.Person is not null)
                    .Select(k => new Shift(k.Person!.Value, k.Draft.Start, k.Draft.End, k.Draft.Level))
                    .Distinct(),
            ],
            [
                .. known
                    .Where(k => k.Person is null)
                    .DistinctBy(k => k.Draft.Entry)
                    .Select(k =>
                        (RosterParser.Pointer(k.Draft.Entry, "SUMMARY"), RosterParser.Named(DutyRefusals.UnknownPerson, k.Draft.Uid))
                    ),
            ]
        );
    }

    private static PersonId? PersonOf(DraftShift draft, IReadOnlyDictionary<string, PersonId> persons) =>
        draft
            .Names.Select(n => persons.TryGetValue(Lookalikes.Fold(n), out var person) ? person : (PersonId?)null)
            .FirstOrDefault(p => p is not null);
}
