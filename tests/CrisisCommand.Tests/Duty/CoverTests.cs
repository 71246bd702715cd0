using CrisisCommand.Duty;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static CrisisCommand.Tests.Duty.DutyGiven;

namespace CrisisCommand.Tests.Duty;

/// <summary>Whatever rosters are adopted and swaps agreed: the same cases at every run.</summary>
[Properties(Arbitrary = [typeof(CoverTests)], QuietOnSuccess = true)]
public class CoverTests
{
    private static readonly Gen<DateTimeOffset> Time = Gen.Choose(0, 120).Select(h => Oct(1, 0).AddHours(h));

    /// <summary>Also shifts and swaps of no or negative length, which no command makes.</summary>
    private static readonly Gen<IDomainEvent> Event = Gen.Frequency<IDomainEvent>(
        (2, from start in Time from shifts in Shifts.ListOf() select (IDomainEvent)Adopted(start, Oct(31, 0), [.. shifts])),
        (
            2,
            from swap in Gen.Choose(1, 4)
            from shift in Shifts
            from to in Person
            select (IDomainEvent)new ShiftSwapped(Layer, Story.Id(swap), shift.Person, to, shift.Start, shift.End)
        ),
        (1, from swap in Gen.Choose(1, 4) from at in Time select (IDomainEvent)new SwapWithdrawn(Layer, Story.Id(swap), at))
    );

    private static Gen<PersonId> Person => Gen.Elements(Anna, Bo, Cia);

    private static Gen<Shift> Shifts =>
        from person in Person
        from start in Time
        from end in Time
        from level in Gen.Choose(0, 2)
        select new Shift(person, start, end, level);

    public static Arbitrary<IDomainEvent[]> Arbitrary() => Arb.From(Event.ArrayOf());

    [Property(MaxTest = 1000, Replay = "20261124,401")]
    public void Watches_and_gaps_are_exactly_the_window(IDomainEvent[] events)
    {
        var (from, to) = (Oct(1, 7), Oct(5, 3));
        var cover = Roster(events).Cover(from, to);
        var parts = cover.Watches.Select(w => (w.Start, w.End)).Concat(cover.Gaps.Select(g => (g.Start, g.End))).Order().ToList();

        parts.ShouldAllBe(p => p.Start < p.End);
        parts.Select(p => p.Start).ShouldBe(parts.Select(p => p.End).SkipLast(1).Prepend(from));
        parts[^1].End.ShouldBe(to);
    }

    /// <summary>The sweep agrees with looking at every hour by itself.</summary>
    [Property(MaxTest = 500, Replay = "20261124,403")]
    public void At_every_hour_those_of_the_highest_level_are_on_duty(IDomainEvent[] events)
    {
        var roster = Roster(events);
        for (var at = Oct(1, 0); at < Oct(6, 2); at = at.AddHours(1))
        {
            var here = roster.Shifts.Where(s => s.Start <= at && at < s.End).ToList();
            var expected = here.Where(s => s.Level == here.Max(h => h.Level)).Select(s => s.Person.Value).Distinct().Order();
            (roster.OnDuty(at)?.Persons ?? []).Select(p => p.Value).ShouldBe(expected);
        }
    }

    [Property(MaxTest = 500, Replay = "20261124,405")]
    public void A_later_roster_changes_nothing_before_it(IDomainEvent[] events)
    {
        var later = Roster([.. events, Adopted(Oct(3, 0), Oct(31, 0), OnDuty(Cia, Oct(2, 0), Oct(9, 0)))]);
        Show(later.Cover(Oct(1, 0), Oct(3, 0))).ShouldBe(Show(Roster(events).Cover(Oct(1, 0), Oct(3, 0))));
    }

    [Property(MaxTest = 200, Replay = "20261124,407")]
    public void What_is_written_as_a_calendar_reads_as_the_same_shifts(IDomainEvent[] events)
    {
        var roster = Roster([.. events, Adopted(Oct(1, 0), Oct(31, 0), OnDuty(Cia, Oct(2, 0), Oct(9, 0)))]);
        var reading = RosterParser.Read(System.Text.Encoding.UTF8.GetBytes(RosterWriter.Write(roster, Names)), roster.From, roster.Until);
        var (shifts, strangers) = RosterIntake.Known(reading.Shifts, Persons);
        reading.Faults.ShouldBeEmpty();
        strangers.ShouldBeEmpty();
        shifts.ShouldBe(roster.Shifts.Where(s => s.End > roster.From).Distinct(), ignoreOrder: true);
    }

    private static readonly Dictionary<PersonId, string> Names = new()
    {
        [Anna] = "Anna Berg, å ä ö; och \"en\" lång rad\nsom ska vikas 😀",
    };

    private static readonly Dictionary<string, PersonId> Persons = new[] { Anna, Bo, Cia }.ToDictionary(p => p.Value);

    private static string Show(Cover cover) =>
        string.Join('\n', cover.Watches.Select(w => $"{w.Start:O} {w.End:O} {string.Join(',', w.Persons)}"));
}
