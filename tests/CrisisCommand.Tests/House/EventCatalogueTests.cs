using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Tests.House;

/// <summary>Every event as it is stored for ever and as people read it, approved in <c>EventCatalogue.approved.md</c>.</summary>
public partial class EventCatalogueTests
{
    private static readonly string Approved = Path.Combine(
        SourceFile.Repository,
        "tests/CrisisCommand.Tests/House/EventCatalogue.approved.md"
    );

    public static TheoryData<string> Events => [.. Composition.Events.Select(e => e.Name)];

    [Fact]
    public void The_catalogue_is_as_approved()
    {
        var received = Catalogue();
        var beside = Approved.Replace(".approved.", ".received.", StringComparison.Ordinal);
        if (received == (File.Exists(Approved) ? File.ReadAllText(Approved) : ""))
        {
            File.Delete(beside);
            return;
        }

        File.WriteAllText(beside, received);
        Assert.Fail(
            $"""
            The event catalogue has changed. A stored name and a JSON field are for ever: rows of years ago are read by them. Compare
              diff {Approved} {beside}
            and where every difference is meant (a new event, a better wording), approve it:
              mv {beside} {Approved}
            """
        );
    }

    [Fact]
    public void Every_event_class_is_registered_once_under_a_name_of_its_own()
    {
        Shapes.Events(Code.Product).Except(Composition.Events.Select(e => e.Type)).ShouldBeEmpty();
        Composition.Events.Select(e => e.Type).ShouldBeUnique();
        Composition.Events.Select(e => e.Name).ShouldBeUnique();
        Composition.Events.Where(e => e.Name != Snake(e.Type.Name)).Select(e => $"{e.Type.Name} is stored as {e.Name}").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_comes_back_as_it_was_stored(string name)
    {
        foreach (var sample in Sample.Variants(TypeOf(name)))
        {
            var back = Read(Store(sample), sample.GetType());
            back.ShouldHoldTheSameAs(sample);
            Sample.TextsIn(back).ShouldAllBe(t => t.Words == null && t.Salt == null);
            Sample.TextsIn(back).Select(t => t.Commitment).ShouldBe(Sample.TextsIn(sample).Select(t => t.Commitment));
            Store(back).ShouldBe(Store(sample));
        }
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void The_store_never_sees_words_or_salt(string name)
    {
        foreach (var sample in Sample.Variants(TypeOf(name)))
        {
            var json = Store(sample);
            foreach (var text in Sample.TextsIn(sample))
            {
                json.ShouldNotContain(text.Words!);
                json.ShouldNotContain(Convert.ToBase64String(text.Salt!));
            }
        }
    }

    /// <summary>Texts says which openings are stored: a text that it forgets can never be read again.</summary>
    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_tells_of_all_its_texts(string name)
    {
        foreach (var sample in Sample.Variants(TypeOf(name)))
        {
            sample.Texts.Select(t => t.Commitment).ShouldBe(Sample.TextsIn(sample).Select(t => t.Commitment), ignoreOrder: true);
        }
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Stored_json_holds_the_members_of_the_event_and_nothing_computed(string name)
    {
        var type = TypeOf(name);
        var members = type.GetConstructors()
            .SelectMany(c => c.GetParameters())
            .Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name!));
        using var json = JsonDocument.Parse(Store(Sample.Of(type)));
        json.RootElement.EnumerateObject().Select(p => p.Name).Except(members).ShouldBeEmpty();
    }

    /// <summary>Reflection would serve it too, slower, and would hide a forgotten <c>[JsonSerializable]</c> until trimming.</summary>
    [Theory]
    [MemberData(nameof(Events))]
    public void Its_json_is_source_generated(string name) =>
        Shapes
            .Parts(Code.Product, TypeOf(name))
            .Prepend(TypeOf(name))
            .Where(t => t != typeof(CommittedText) && !IsOurs(Composition.Stored.GetTypeInfo(t).OriginatingResolver))
            .ShouldBeEmpty();

    [Fact]
    public void A_type_without_generated_json_is_told_apart() =>
        IsOurs(Composition.Stored.GetTypeInfo(typeof(Canaries.Open.Klo.Happened)).OriginatingResolver).ShouldBeFalse();

    private static bool IsOurs(IJsonTypeInfoResolver? resolver) =>
        resolver is JsonSerializerContext && resolver.GetType().Assembly == typeof(Program).Assembly;

    private static Type TypeOf(string name) => Composition.Events.Single(e => e.Name == name).Type;

    private static string Store(IDomainEvent data) => Composition.Store.ToJson(data);

    private static IDomainEvent Read(string json, Type type) =>
        (IDomainEvent)Composition.Store.FromJson(type, new MemoryStream(Encoding.UTF8.GetBytes(json)));

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private static string Catalogue()
    {
        var text = new StringBuilder(
            "# Every event there is\n\nMade by EventCatalogueTests: stored name, stream, JSON as stored, words. Names and fields are for ever.\n"
        );
        foreach (var stream in Composition.Events.GroupBy(e => e.Stream).OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n## {stream.Key}\n");
            foreach (var type in stream.OrderBy(e => e.Name, StringComparer.Ordinal))
            {
                var sample = Sample.Of(type.Type);
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n### {type.Name}\n{type.Type.FullName}\n\n```json\n");
                text.Append(Indented(Store(sample))).Append("\n```\n\n");
                text.Append("* sv: ").Append(sample.InWords(new Words(Words.Swedish))).Append('\n');
                text.Append("* en: ").Append(sample.InWords(new Words(Words.English))).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Indented(string json)
    {
        using var document = JsonDocument.Parse(json);
        var lines = JsonSerializer.Serialize(document.RootElement, Readable).ReplaceLineEndings("\n");
        return Commitment.Replace(lines, "{ $1 }");
    }

    /// <summary>A commitment on one line.</summary>
    [System.Text.RegularExpressions.GeneratedRegex("""\{\s+("c": "[^"]+")\s+\}""")]
    private static partial System.Text.RegularExpressions.Regex Commitment { get; }

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
