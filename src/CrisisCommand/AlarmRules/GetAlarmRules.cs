using System.Globalization;
using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.AlarmRules;

/// <summary>The rules in force, or as they once were. They have the shape in which new ones are adopted.</summary>
/// <param name="Version">0: the product's own, which hold until the company adopts its own.</param>
/// <param name="AdoptedBy">Null for the product's own.</param>
/// <param name="AdoptedAt">Since when they hold, or held; null for the product's own.</param>
public sealed record AlarmRulesShown(
    long Version,
    PersonId? AdoptedBy,
    string? AdoptedByName,
    DateTimeOffset? AdoptedAt,
    IReadOnlyList<AlarmRuleShown> Rules
);

public sealed record AlarmRuleShown(string Name, AlarmCondition When, AlarmVerdict Then);

public static class GetAlarmRulesEndpoint
{
    /// <summary>The rules in force, or as they were adopted as that <c>version</c>.</summary>
    public static void MapGetAlarmRules(this IEndpointRouteBuilder api) =>
        api.MapGet("/alarm-rules", Get).Read<AlarmRulesShown>("GetAlarmRules", "AlarmRules", AlarmRulesCapabilities.ReadAlarmRules);

    private static async Task<IResult> Get(
        HttpContext http,
        string? version,
        StandingAlarmRules standing,
        Speaker speaker,
        CancellationToken token
    )
    {
        var reader = Reader.Of(http);
        long? wanted = long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return version is not null && wanted is null || await standing.Of(reader.Realm, wanted, token) is not { } book
            ? Answers.Problem((AlarmRulesRefusals.UnknownVersion with { Pointer = "version" }).With(version ?? ""))
            : Answers.Versioned(http, await speaker.SayOpenly(reader, words => Show(book, words), token), book.Version);
    }

    private static AlarmRulesShown Show(AlarmRuleBook book, Words words) =>
        new(
            book.Version,
            book.AdoptedBy,
            book.AdoptedBy is { } by ? words.NameOf(by) : null,
            book.AdoptedAt,
            [.. book.Rules.Select((rule, i) => new AlarmRuleShown(AlarmRuleWords.NameOf(rule.Name, i + 1, words), rule.When, rule.Then))]
        );
}
