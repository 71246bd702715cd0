using CrisisCommand.Boards;
using CrisisCommand.Klo;
using CrisisCommand.Timeline;

namespace CrisisCommand.Kit;

/// <summary>What a sheet of the paper log says of its lines and of the state at its end.</summary>
public static class PaperWording
{
    /// <summary>Which sheet, which lines, and where the next begins: whoever lays the sheets together sees whether one is missing.</summary>
    public static string Foot(PaperShown paper, KitWording w) =>
        paper.Sheet.IsEmpty
            ? w.Say("paper.foot.empty", paper.Sheet.Number, paper.Sheet.Next)
            : w.Say("paper.foot", paper.Sheet.Number, paper.Sheet.First, paper.Sheet.Last, paper.Sheet.Next);

    public static string By(TimelineLine line, KitWording w) =>
        line.By == Platform.Vocabulary.PersonId.System ? w.Say("paper.system") : line.ByName ?? line.By.Value;

    /// <summary>Who holds a function, or how far it is from being held.</summary>
    public static string Held(BoardFunction function, PaperShown paper, KitWording w)
    {
        var by = paper.Moment;
        if (function is { Holder: { } holder, HeldSince: { } since })
        {
            var held = w.Say("paper.held", function.HolderName ?? holder.Value, w.Near(since, by));
            return function.HolderSilentSince is { } silent ? $"{held} {w.Say("paper.silent", w.Near(silent, by))}" : held;
        }

        return function.VacantSince is { } vacant ? w.Say("paper.vacant", w.Near(vacant, by))
            : function.Summons.LastOrDefault() is { } called ? Called(called, by, w)
            : w.Say("paper.unmanned");
    }

    /// <summary>A deadline, and that it has passed.</summary>
    public static (string Text, bool Overdue) Due(DateTimeOffset? due, PaperShown paper, KitWording w)
    {
        if (due is not { } known)
        {
            return (w.Say("paper.no-deadline"), false);
        }

        return (w.Near(known, paper.Moment), known < paper.Moment);
    }

    private static string Called(BoardSummons called, DateTimeOffset by, KitWording w)
    {
        var name = called.Name ?? called.Person.Value;
        return called switch
        {
            { Answer: SummonsAnswer.Coming, Eta: { } eta } => w.Say("paper.coming-at", name, w.Near(eta, by)),
            { Answer: SummonsAnswer.Coming } => w.Say("paper.coming", name),
            _ => w.Say("paper.summoned", name, w.Near(called.SummonedAt, by)),
        };
    }
}
