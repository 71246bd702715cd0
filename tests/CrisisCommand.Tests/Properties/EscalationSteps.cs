using System.Collections.Immutable;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Klo.Staffing;
using CrisisCommand.Klo.Summoning;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using FsCheck;
using FsCheck.Fluent;
using Outcome = CrisisCommand.Platform.Texts.Outcome;

namespace CrisisCommand.Tests.Properties;

/// <summary>Something happens to a KLO: somebody acts, time passes, a timer goes off, a node dies.</summary>
public sealed class Step
{
    private readonly string _name;

    internal Step(string name, Action<EscalationWorld> take) => (_name, Take) = (name, take);

    internal Action<EscalationWorld> Take { get; }

    public override string ToString() => _name;
}

/// <summary>A plan, and what happens to its KLO.</summary>
public sealed record EscalationRun(ImmutableArray<CallOrder> Plan, Step[] Steps)
{
    public override string ToString() =>
        $"{string.Join("; ", Plan.Select(o => $"{o.Function}: {string.Join(' ', o.Persons)} ({o.AnswerWithinMinutes} min)"))}\n"
        + string.Join('\n', Steps.Select(s => $"  {s}"));
}

public static class EscalationSteps
{
    private static readonly KloTimes Times = new();
    private static readonly CommittedText Words = Story.Text("Klart");
    private static readonly ImmutableArray<FunctionKey> Functions =
    [
        FunctionKey.CrisisLeader,
        new("chief-of-staff"),
        new("situation"),
        new("documentation"),
    ];

    /// <summary>Few, so that they stand in several functions.</summary>
    private static readonly ImmutableArray<PersonId> Persons = [.. "abcdef".Select(c => new PersonId($"{c}"))];

    private static readonly Gen<PersonId> Person = Gen.Elements(Persons.AsEnumerable());

    public static readonly Gen<EscalationRun> Runs =
        from plan in Plans
        from steps in Gen.Frequency(Kinds).ArrayOf()
        select new EscalationRun(plan, steps);

    /// <summary>A run that breaks a rule is shown with every step left out that the breach does without.</summary>
    public static Arbitrary<EscalationRun> Arbitrary() =>
        Arb.From(
            Runs,
            run => Enumerable.Range(0, run.Steps.Length).Select(i => run with { Steps = [.. run.Steps.Where((_, at) => at != i)] })
        );

    private static Gen<ImmutableArray<CallOrder>> Plans =>
        from count in Gen.Choose(1, 4)
        from orders in Gen.Shuffle(Persons.ToArray()).Zip(Gen.Choose(1, 4)).ArrayOf(count)
        from minutes in Gen.Elements<int?>(null, 1, 10).ArrayOf(count)
        select ImmutableArray.CreateRange(orders.Select((o, i) => new CallOrder(Functions[i], [.. o.Item1.Take(o.Item2)], minutes[i])));

    private static (int, Gen<Step>)[] Kinds =>
        [
            (10, Answers),
            (4, On("is in place", (world, f, p, by) => world.Staff(f, p, by))),
            (3, On("calls the holder", (world, f, _, by) => world.Act(by, CallHolder.Decide(world.Klo, f, by, world.Now, Times)))),
            (1, On("answers a call", (world, f, _, by) => world.Act(by, AnswerCall.Decide(world.Klo, f, by)))),
            (2, On("calls the leader", (w, _, _, by) => w.Act(by, CallHolder.Decide(w.Klo, Functions[0], by, w.Now, Times)))),
            (2, On("takes over", (world, _, _, by) => world.TakeOver(by))),
            (2, On("takes over in turn", (world, _, _, by) => world.TakeOver(Asked(world) ?? by))),
            (3, On("is summoned", (w, f, p, by) => w.Act(by, new SummonPerson(p).Decide(w.Klo.Heard(by), f, known: true, w.Now, Times)))),
            (2, On("is offered it", Offer)),
            (2, On("is offered it by its holder", (w, f, p, by) => Offer(w, f, p, w.Klo.Post(f)!.Holder ?? by))),
            (2, On("accepts", (world, f, p, _) => AcceptAs(world, f, p))),
            (1, On("accepts what is offered", (world, f, p, _) => AcceptAs(world, f, world.Klo.Post(f)!.Handover?.To ?? p))),
            (1, On("refuses what is offered", (world, f, p, _) => RefuseAs(world, f, world.Klo.Post(f)!.Handover?.To ?? p))),
            (1, On("writes", (world, _, _, by) => world.Act(by, Outcome.Happened(Entry)))),
            (8, Waits),
            (8, Number("the subscription follows", (world, _) => world.Follow())),
            (8, Number("a node takes a timer", (world, n) => world.Claim(n))),
            (6, Number("what is in hand goes off", (world, _) => world.GoOff(kept: false))),
            (2, Number("what is in hand goes off, and the node dies at once", (world, _) => world.GoOff(kept: true))),
            (6, Number("all that is due goes off", (world, _) => world.Settle())),
            (2, Number("every node dies", (world, _) => world.Crash())),
            (1, Number("a timer comes early", (world, n) => world.GoOffEarly(n))),
            (1, Number("the subscription begins anew", (world, _) => world.FollowAgain())),
        ];

    private static EntryWritten Entry => new(Story.Noon, Words, EntryCategory.Observation, null);

    private static Gen<Step> Answers =>
        from function in Gen.Choose(0, 3)
        from person in Person
        from comes in Gen.Elements(true, true, false)
        from minutes in Gen.Elements<int?>(null, null, 0, 5, 30, 3000)
        from via in Gen.Elements<AnswerVia?>(null, AnswerVia.Link, AnswerVia.Operator)
        from other in Person
        select new Step(
            $"{person} {(comes ? $"comes in {minutes} min" : "declines")} for function {function} by {via}",
            world =>
            {
                var answer = new AnswerSummons(
                    comes ? SummonsAnswer.Coming : SummonsAnswer.Declined,
                    comes && minutes is { } m ? world.Now.AddMinutes(m) : null
                );
                var actor = via == AnswerVia.Operator ? other : person;
                world.Act(actor, answer.Decide(world.Klo.Heard(actor), Function(world, function), person, world.Now, Times, via));
            }
        );

    private static Gen<Step> Waits =>
        from seconds in Gen.OneOf(Gen.Choose(0, 300), Gen.Choose(0, 5_000), Gen.Choose(0, 200_000))
        select new Step($"{TimeSpan.FromSeconds(seconds)} pass", world => world.Wait(TimeSpan.FromSeconds(seconds)));

    private static Gen<Step> On(string what, Action<EscalationWorld, FunctionKey, PersonId, PersonId> take) =>
        from function in Gen.Choose(0, 3)
        from person in Person
        from actor in Person
        select new Step(
            $"function {function}: {person} {what}, by {actor}",
            world => take(world, Function(world, function), person, actor)
        );

    private static Gen<Step> Number(string what, Action<EscalationWorld, int> take) =>
        from number in Gen.Choose(0, 9)
        select new Step($"{what} [{number}]", world => take(world, number));

    private static void Offer(EscalationWorld world, FunctionKey function, PersonId to, PersonId by) =>
        world.Act(by, new OfferHandover(to, Words).Decide(world.Klo, function, by, known: true));

    private static void AcceptAs(EscalationWorld world, FunctionKey function, PersonId person) =>
        world.Act(person, AcceptHandover.Decide(world.Klo, function, person));

    private static void RefuseAs(EscalationWorld world, FunctionKey function, PersonId person) =>
        world.Act(person, new RefuseHandover(Words).Decide(world.Klo, function, person));

    /// <summary>Who was asked to lead since the leader fell silent.</summary>
    private static PersonId? Asked(EscalationWorld world) =>
        world.Klo.Post(Functions[0]) is { HolderSilentSince: not null } post ? post.Search.LastOrDefault()?.Person : null;

    private static FunctionKey Function(EscalationWorld world, int pick) => world.Functions[pick % world.Functions.Length];
}
