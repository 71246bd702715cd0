using System.Reflection;
using CrisisCommand.Alarms;
using CrisisCommand.Alarms.Cap;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Tests.Alarms;

public class AlarmWordsTests
{
    // Only ever reported as deviations: nobody is refused for them.
    private static readonly string[] OnlyDeviations =
    [
        CapFaults.InvalidSequence,
        CapFaults.EmptyElement,
        CapFaults.MarkupInText,
        CapFaults.CapVersion,
        CapFaults.Enveloped,
        CapFaults.SignedNotVerified,
        CapFaults.TimeForm,
        CapFaults.CharsetOfTransport,
        CapFaults.NamespaceForm,
        CapFaults.SpaceInList,
        CapFaults.SurroundingWhitespace,
        CapFaults.InvalidLanguage,
        CapFaults.InvalidPolygon,
        CapFaults.OpenPolygon,
        CapFaults.ShortPolygon,
        CapFaults.CeilingWithoutAltitude,
        CapFaults.ScopeAssumed,
        CapFaults.MissingAddresses,
        CapFaults.MissingRestriction,
        CapFaults.UnexpectedRestriction,
        CapFaults.MissingReferences,
        CapFaults.UnexpectedReferences,
        CapFaults.ReferenceToSelf,
        CapFaults.ReferenceLaterThanSent,
        CapFaults.MissingNote,
        CapFaults.ExpiresBeforeSent,
    ];

    public static TheoryData<string> Codes() =>
        [
            .. typeof(CapFaults)
                .GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(f => (string)f.GetValue(null)!)
                .Except(OnlyDeviations),
        ];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_refusal_names_its_code_in_both_languages(string code)
    {
        var refusal = AlarmRefusals.Of(new(code, "/alert[1]", "the detail"));
        new Words(Words.English).Say(refusal.Code, [.. refusal.Arguments]).ShouldBe($"{code}: the detail");
        var swedish = new Words(Words.Swedish).Say(refusal.Code, [.. refusal.Arguments]);
        swedish.ShouldStartWith($"{code}: ");
        swedish.ShouldEndWith(" (the detail).");
    }
}
