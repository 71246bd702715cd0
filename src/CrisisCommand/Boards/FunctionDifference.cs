using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Boards;

/// <summary>What became otherwise of one function of the KLO: who holds it, who is called, whether anybody is.</summary>
internal sealed class FunctionDifference(BoardFunction was, BoardFunction now, Words words)
{
    /// <summary>Function by function, in the order of the later board; then those that are no more.</summary>
    public static IEnumerable<BoardChange> Between(IReadOnlyList<BoardFunction> from, IReadOnlyList<BoardFunction> to, Words words)
    {
        var before = from.ToDictionary(f => f.Function);
        foreach (var now in to)
        {
            var isNew = !before.Remove(now.Function, out var earlier);
            var difference = new FunctionDifference(earlier ?? Blank(now), now, words);
            foreach (var change in (isNew ? [difference.Say("boards.function-new")] : Nothing).Concat(difference.Changes()))
            {
                yield return change;
            }
        }

        foreach (var gone in before.Values)
        {
            yield return new FunctionDifference(gone, gone, words).Say("boards.function-gone");
        }
    }

    private static IEnumerable<BoardChange> Nothing => [];

    private static BoardFunction Blank(BoardFunction f) =>
        new(f.Function, f.Name, null, null, null, null, null, [], null, null, null, null);

    private IEnumerable<BoardChange> Changes() => [.. now.Summons.SelectMany(Called), .. Held(), .. Reached()];

    private IEnumerable<BoardChange> Called(BoardSummons summons)
    {
        var earlier = was.Summons.FirstOrDefault(s => (s.Person, s.SummonedAt) == (summons.Person, summons.SummonedAt));
        var person = NameOf(summons.Person, summons.Name);
        if (earlier is null)
        {
            yield return Say("boards.person-summoned", person, words.Time(summons.AnswerBy));
        }

        if (summons.Answer is { } answer && answer != earlier?.Answer)
        {
            yield return Say(answer == SummonsAnswer.Coming ? "boards.person-comes" : "boards.person-declined", person);
        }

        if (summons.SilentAt is not null && earlier?.SilentAt is null)
        {
            yield return Say("boards.person-silent", person);
        }

        if (summons.OverdueAt is not null && earlier?.OverdueAt is null)
        {
            yield return Say("boards.person-overdue", person);
        }
    }

    private IEnumerable<BoardChange> Held()
    {
        var (holder, before) = (NameOf(now.Holder, now.HolderName), NameOf(was.Holder, was.HolderName));
        if (holder != before)
        {
            yield return holder is null ? Say("boards.function-left")
            : before is null ? Say("boards.function-staffed", holder)
            : now.TakenOver is { } taken && taken != was.TakenOver ? Say("boards.function-taken", holder, before)
            : Say("boards.function-passed", holder, before);
        }

        if (now.VacantSince is not null && was.VacantSince is null)
        {
            yield return Say("boards.function-vacant");
        }

        if (now.VacantSince is null && was.VacantSince is not null && holder is null)
        {
            yield return Say("boards.function-sought");
        }
    }

    /// <summary>Handovers that wait, and whether the holder gives a sign of life; where the holder changed, that says it all.</summary>
    private IEnumerable<BoardChange> Reached()
    {
        if (now.Handover is { } offered && offered != was.Handover)
        {
            yield return Say("boards.handover-waits", NameOf(offered.To, offered.Name));
        }

        if (now.Holder is not { } holder || holder != was.Holder)
        {
            yield break;
        }

        if (now.Handover is null && was.Handover is { } refused)
        {
            yield return Say("boards.handover-refused", NameOf(refused.To, refused.Name));
        }

        var name = NameOf(holder, now.HolderName);
        if (now.HolderSilentSince is not null && was.HolderSilentSince is null)
        {
            yield return Say("boards.holder-silent", name);
        }
        else if (now.Call is not null && now.Call != was.Call)
        {
            yield return Say("boards.holder-called", name, words.Time(now.Call.AnswerBy));
        }
        else if ((now.Call, now.HolderSilentSince) == (null, null) && (was.Call, was.HolderSilentSince) != (null, null))
        {
            yield return Say("boards.holder-heard", name);
        }
    }

    private BoardChange Say(string wording, params object?[] arguments) =>
        BoardDifference.Change(words, BoardCell.Function, now.Function.Value, wording, [now.Name, .. arguments]);

    private static string? NameOf(PersonId? person, string? name) => person is { } known ? name ?? known.Value : null;
}
