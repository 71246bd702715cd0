using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Tests;

/// <summary>
/// A command issued twice: on a state, and once more on what came of it, as a phone does that heard no answer and a hand that taps again.
/// What comes the second time is said by name; each gives what came the first time, to be looked at.
/// </summary>
public sealed record Twice(Outcome First, Outcome Second)
{
    /// <summary>It was so already.</summary>
    public Outcome ThenNothing()
    {
        Second.ShouldBeNothing();
        return First;
    }

    public Outcome ThenRefused(Refusal refusal, string? pointer = null)
    {
        Second.ShouldBeRefused(refusal, pointer);
        return First;
    }

    /// <summary>Whoever says it twice means it twice.</summary>
    public Outcome ThenTheSame()
    {
        Second.ShouldBeExactly([.. First.Events]);
        return First;
    }

    public Outcome ThenExactly(params IDomainEvent[] events)
    {
        Second.ShouldBeExactly(events);
        return First;
    }
}

public static class TwiceIssued
{
    /// <param name="command">Decides on the state that it is given; all else is as it was the first time.</param>
    /// <param name="by">Who issues it.</param>
    public static Twice Twice<TState>(this TState state, Func<TState, Outcome> command, PersonId? by = null)
        where TState : class, IState<TState>
    {
        var first = command(state);
        first.Refusal.ShouldBeNull();
        first.Events.ShouldNotBeEmpty("a command that brings nothing about is not issued twice");
        var facts = first.Events.Select((e, i) => new Fact(e, 90 + i, Story.Id(90 + i), Story.Noon, by ?? Story.Vd));
        return new(first, command(facts.Aggregate(state, (known, fact) => known.After(fact))));
    }

    /// <summary>Of a command that looks at no state that it changes: whether it is one or two, the key decides that it comes under.</summary>
    public static Outcome Stateless(Func<Outcome> command)
    {
        var first = command();
        first.Refusal.ShouldBeNull();
        command().Events.Select(Story.Show).ShouldBe(first.Events.Select(Story.Show));
        return first;
    }
}
