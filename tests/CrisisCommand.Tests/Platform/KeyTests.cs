using System.Text.Json;
using CrisisCommand.Klo;
using CrisisCommand.Klo.Plans;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;
using CrisisCommand.Tests.House;

namespace CrisisCommand.Tests.Platform;

/// <summary>What is a key, and which keys are nobody's and nothing's.</summary>
public class KeyTests
{
    [Theory]
    [InlineData("vd")]
    [InlineData("people-support-2")]
    [InlineData("7")]
    public void A_key_is_kebab_case(string text) => Key.TryParse<PersonId>(text, out _).ShouldBeTrue();

    [Theory]
    [InlineData("vd\n")]
    [InlineData("vd\r\n")]
    [InlineData("\nvd")]
    [InlineData("vd ")]
    [InlineData("VD")]
    [InlineData("-vd")]
    [InlineData("vd\u200b")]
    [InlineData("vԁ")] // a Cyrillic letter that passes for d
    [InlineData("vd٣")]
    [InlineData("")]
    [InlineData(null)]
    public void What_only_looks_like_a_key_is_none(string? text)
    {
        Key.TryParse<PersonId>(text, out _).ShouldBeFalse();
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<PersonId>(JsonSerializer.Serialize(text), Composition.Spoken));
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<PersonId>(JsonSerializer.Serialize(text), Composition.Stored));
    }

    [Fact]
    public void Nobody_is_called_what_the_record_says_where_no_person_acted()
    {
        foreach (var reserved in new[] { "system", "convener", "first-operator", "anybody", "live" })
        {
            Key.TryParse<PersonId>(reserved, out _).ShouldBeFalse(reserved);
            Should.Throw<JsonException>(() => Spoken<PersonId>(reserved)).Message.ShouldStartWith("platform.key-reserved");
        }

        Should.Throw<FormatException>(() => PersonId.Parse("system", null));
        Should.Throw<JsonException>(() => Spoken<FunctionKey>("convener")).Message.ShouldStartWith("platform.key-reserved");
        Key.TryParse<PlanName>("versions", out _).ShouldBeFalse();
        Spoken<IncidentKind>("system").Value.ShouldBe("system", "a kind of incident is no subject");
    }

    /// <summary>The record itself may say so, and must be read for ever.</summary>
    [Fact]
    public void The_store_reads_what_the_system_did() =>
        JsonSerializer.Deserialize<PersonId>("\"system\"", Composition.Stored).ShouldBe(PersonId.System);

    [Fact]
    public void A_reserved_key_is_refused_where_it_stands_in_a_command()
    {
        const string plan = """{"functions":[{"key":"convener","name":"x","mandate":"y","holder":"system","deputies":["vd","live"]}]}""";
        StrictJson
            .Read<AdoptPlan>(System.Text.Encoding.UTF8.GetBytes(plan), Composition.Spoken)
            .Faults.Select(f => $"{f.Pointer} {f.Fault.Code}")
            .ShouldBe([
                "#/functions/0/key platform.key-reserved",
                "#/functions/0/holder platform.key-reserved",
                "#/functions/0/deputies/1 platform.key-reserved",
            ]);
    }

    [Theory]
    [InlineData("ovning-1", true)]
    [InlineData("live", false)]
    [InlineData("api", false)]
    [InlineData("sign-in", false)]
    [InlineData("ovning\n", false)]
    public void An_exercise_takes_no_other_address_s_name(string name, bool may) => Realms.MayBeOne(name).ShouldBe(may);

    private static TKey Spoken<TKey>(string text) => JsonSerializer.Deserialize<TKey>($"\"{text}\"", Composition.Spoken)!;
}
