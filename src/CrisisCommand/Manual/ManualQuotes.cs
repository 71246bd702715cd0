using System.Globalization;
using System.Text.RegularExpressions;
using CrisisCommand.Klo;
using CrisisCommand.Klo.Endurance;
using CrisisCommand.Klo.Plans;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.Options;

namespace CrisisCommand.Manual;

/// <summary>
/// Times that cards quote instead of restating them, so that a card never says another than the one that holds: <c>{svarstid}</c> and
/// <c>{längsta-pass}</c>. In Swedish, as the cards are.
/// </summary>
/// <param name="AnswerTime">How long whoever is summoned has to answer, by the plan.</param>
/// <param name="LongestInFunction">How long a person is in one function without relief.</param>
public sealed partial record ManualQuotes(string AnswerTime, string LongestInFunction)
{
    private const string OfAnswerTime = "{svarstid}";
    private const string OfLongest = "{längsta-pass}";

    /// <summary>What can be quoted, for whoever writes a card.</summary>
    public static readonly string Known = $"{OfAnswerTime}, {OfLongest}";

    /// <summary>What a text would quote and nobody can; null where there is none.</summary>
    public static string? Unknown(string text) =>
        Quote.Matches(text).Select(m => m.Value).FirstOrDefault(q => q is not (OfAnswerTime or OfLongest));

    public string In(string text) =>
        text.Replace(OfAnswerTime, AnswerTime, StringComparison.Ordinal).Replace(OfLongest, LongestInFunction, StringComparison.Ordinal);

    /// <summary>The edition with all that it quotes. Its version is that of what was written.</summary>
    public ManualEdition In(ManualEdition edition) => edition with { Cards = [.. edition.Cards.Select(In)] };

    private ManualCard In(ManualCard card) =>
        card with
        {
            Intro = [.. card.Intro.Select(In)],
            Sections = [.. card.Sections.Select(s => s with { Steps = [.. s.Steps.Select(step => step with { Text = In(step.Text) })] })],
        };

    /// <param name="answers">What the plan gives each function to answer, in minutes; null where it leaves that to the settings.</param>
    public static ManualQuotes Of(IEnumerable<int?> answers, KloTimes times, TimeSpan longest)
    {
        var words = new Words(Words.Swedish);
        var all = answers
            .Select(a => a is { } minutes ? TimeSpan.FromMinutes(minutes) : times.AnswerWithin)
            .DefaultIfEmpty(times.AnswerWithin);
        var (shortest, most) = (all.Min(), all.Max());
        return new(
            shortest == most
                ? words.Say("manual.quote.minutes", Number(most.TotalMinutes))
                : words.Say("manual.quote.minutes-between", Number(shortest.TotalMinutes), Number(most.TotalMinutes)),
            words.Say("manual.quote.hours", Number(longest.TotalHours))
        );
    }

    private static string Number(double number) => number.ToString("0.##", CultureInfo.GetCultureInfo("sv"));

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Quote { get; }
}

/// <summary>Fills editions of the manual in with what they quote, by the plan that is worked by.</summary>
public sealed class ManualQuoting(Editions editions, AdoptedPlans plans, KloTimes times, IOptions<EnduranceOptions> endurance)
{
    /// <summary>The edition in force, by the realm's normal plan.</summary>
    public async Task<ManualEdition> InForce(Realm realm, CancellationToken token)
    {
        var normal = (await plans.All(realm, token)).FirstOrDefault(p => p.Name == PlanName.Normal);
        return InForce(normal);
    }

    public ManualEdition InForce(KloPlan? plan) => By(editions.InForce, plan?.CallOrders.Select(o => o.AnswerWithinMinutes) ?? []);

    /// <param name="answers">What the plan gives each function to answer, in minutes.</param>
    public ManualEdition By(ManualEdition edition, IEnumerable<int?> answers) =>
        ManualQuotes.Of(answers, times, endurance.Value.Longest).In(edition);
}
