using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Timeline.Staffing;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Timeline;

/// <summary>Whatever happens, in whatever order, also what no rule would let happen: every instant is accounted for, once.</summary>
[Properties(Arbitrary = [typeof(StaffingPartitionTests)], EndSize = 40, QuietOnSuccess = true)]
public class StaffingPartitionTests
{
    private static readonly FunctionKey[] Functions = [FunctionKey.CrisisLeader, new("situation"), new("documentation"), new("supply")];
    private static readonly PersonId[] Persons = [Vd, new("vd-1"), new("situation"), new("jour")];
    private static readonly CallOrder[] Orders = [.. Functions.Select(f => new CallOrder(f, [.. Persons]))];

    /// <param name="Later">Often no time at all, as within one command.</param>
    public sealed record Turn(IDomainEvent Event, PersonId By, TimeSpan Later)
    {
        public override string ToString() => $"+{Later} {By}: {Show(Event)}";
    }

    public static Arbitrary<Turn[]> Arbitrary() => Arb.From(Turns.ArrayOf());

    [Property(MaxTest = 3000, Replay = "20261124,115")]
    public void Intervals_partition_the_life_of_each_function(Turn[] turns)
    {
        var facts = FactsOf(turns);
        var proof = Fold.Of<StaffingProof>(facts);
        foreach (var function in proof.Functions)
        {
            var intervals = function.Intervals;
            intervals.ShouldNotBeEmpty();
            (intervals[0].From, intervals[0].To is null).ShouldBe((function.From, intervals.Length == 1 && function.IsOpen));
            (intervals[^1].To, intervals[^1].Ends).ShouldBe((function.To, function.Ends));
            intervals.Zip(intervals.Skip(1)).All(p => p.First.To == p.Second.From).ShouldBeTrue();
            intervals.All(i => (i.Holder == null) != (i.Vacancy == null) && !(i.To < i.From)).ShouldBeTrue();
            intervals.SelectMany(i => new[] { i.Begins, i.Ends }).OfType<JournalMark>().All(m => Names(facts, m)).ShouldBeTrue();
            intervals.All(i => i.Silences.All(s => s.From >= i.From && !(s.To > (i.To ?? proof.Until)) && i.Holder != null)).ShouldBeTrue();
        }

        var stoodDown = facts.FirstOrDefault(f => f.Event is KloStoodDown);
        proof.Functions.Any(f => f.IsOpen && stoodDown is not null).ShouldBeFalse();
        proof.Until.ShouldBe((stoodDown ?? facts[^1]).RecordedAt);
    }

    [Property(MaxTest = 2000, Replay = "20261124,117")]
    public void At_every_fact_it_agrees_with_the_klo(Turn[] turns)
    {
        var (klo, proof) = (KloActivation.Initial, StaffingProof.Initial);
        foreach (var fact in FactsOf(turns).TakeWhile(f => f.Event is not KloStoodDown))
        {
            (klo, proof) = (klo.After(fact), proof.After(fact));
            proof.Functions.Where(f => f.IsOpen).Select(f => f.Function).ShouldBe(klo.Posts.Select(p => p.Function), ignoreOrder: true);
            foreach (var post in klo.Posts)
            {
                var now = proof.Functions.Single(f => f.IsOpen && f.Function == post.Function).Intervals[^1];
                (now.To, now.Holder?.Person, now.Holder?.Mandate).ShouldBe((null, post.Holder, post.Mandate));
                (now.Silences is [.., { To: null }]).ShouldBe(post.Holder is not null && post.HolderSilentSince is not null);
            }
        }
    }

    /// <summary>The sequences are worth something: they reach every way in and every reason.</summary>
    [Fact]
    public void The_sequences_reach_every_reason_and_passing()
    {
        var proofs = Turns.ArrayOf().Sample(1000, new FsCheck.Rnd(20261124, 119), 40).Select(t => Fold.Of<StaffingProof>(FactsOf(t)));
        var intervals = proofs.SelectMany(p => p.Functions).SelectMany(f => f.Intervals).ToList();
        intervals
            .Select(i => i.Vacancy?.Reason)
            .OfType<VacancyReason>()
            .Distinct()
            .Count()
            .ShouldBe(Enum.GetValues<VacancyReason>().Length);
        intervals.Select(i => i.Holder?.Passing).OfType<Passing>().Distinct().Count().ShouldBe(Enum.GetValues<Passing>().Length);
        intervals.ShouldContain(i => i.Silences.Length > 1);
    }

    private static bool Names(IReadOnlyList<Fact> facts, JournalMark mark) => facts[(int)mark.Version - 1].EventId == mark.EventId;

    private static IReadOnlyList<Fact> FactsOf(Turn[] turns)
    {
        var facts = new List<Fact> { new(new KloConvened(PlanName.Normal, 1, [.. Orders[..3]]), 1, Id(1), Noon, Vd) };
        foreach (var turn in turns)
        {
            var version = facts.Count + 1;
            facts.Add(new(turn.Event, version, Id(version), facts[^1].RecordedAt + turn.Later, turn.By));
        }

        return facts;
    }

    private static readonly Gen<FunctionKey> Function = Gen.Elements(Functions.AsEnumerable());
    private static readonly Gen<PersonId> Person = Gen.Elements(Persons.AsEnumerable());
    private static readonly Gen<Mandate> Right = Gen.Elements(Enum.GetValues<Mandate>().AsEnumerable());

    private static Gen<Turn> Turns =>
        from happened in Gen.Frequency(
            (5, Pair.Select(IDomainEvent (p) => new FunctionSummoned(p.Function, p.Person, 0, Noon.AddHours(1)))),
            (5, Answers),
            (2, Pair.Select(IDomainEvent (p) => new SummonsUnanswered(p.Function, p.Person))),
            (6, Pair.Select(IDomainEvent (p) => new ArrivalOverdue(p.Function, p.Person))),
            (2, Function.Select(IDomainEvent (f) => new FunctionLeftVacant(f))),
            (4, Pair.Zip(Right, IDomainEvent (p, m) => new FunctionStaffed(p.Function, p.Person, m))),
            (2, Pair.Zip(Right, IDomainEvent (p, m) => new HandoverAccepted(p.Function, Vd, p.Person, m))),
            (2, Pair.Zip(Right, IDomainEvent (p, m) => new FunctionTakenOver(p.Function, Vd, p.Person, m))),
            (4, Pair.Select(IDomainEvent (p) => new HolderSilent(p.Function, p.Person))),
            (2, Reorganisations),
            (1, Gen.Elements<IDomainEvent>(new KloStoodDown(Text("Slut")), new StandDownProposed(Text("Slut"))))
        )
        from who in Gen.Elements(Persons.Append(PersonId.System))
        from minutes in Gen.Choose(-10, 20)
        select new Turn(happened, who, TimeSpan.FromMinutes(Math.Max(minutes, 0)));

    private static Gen<(FunctionKey Function, PersonId Person)> Pair => Function.Zip(Person);

    private static Gen<IDomainEvent> Answers =>
        from pair in Pair
        from answer in Gen.Elements(SummonsAnswer.Coming, SummonsAnswer.Declined)
        from eta in Gen.Choose(0, 3)
        select (IDomainEvent)new SummonsAnswered(pair.Function, pair.Person, answer, eta == 0 ? null : Noon.AddHours(eta));

    private static Gen<IDomainEvent> Reorganisations =>
        from kept in Gen.SubListOf(Orders)
        from shuffled in Gen.Shuffle(Functions)
        select (IDomainEvent)
            new KloReorganised(
                new("wartime"),
                2,
                [.. kept],
                [.. Functions.Zip(shuffled, (one, other) => new FunctionMoved(one, other))],
                Text("Höjd beredskap")
            );
}
