using System.Text;
using CrisisCommand.Alarms.Cap;
using CrisisCommand.Alarms.Vma;
using CrisisCommand.Platform.Texts;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CrisisCommand.Tests.Alarms;

/// <summary>What a hostile or broken sender can do (C11): nothing but get a problem back.</summary>
public class CapSafetyTests
{
    [Theory]
    [InlineData("<!DOCTYPE alert [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>")]
    [InlineData("<!DOCTYPE alert SYSTEM 'http://localhost:1/x.dtd'>")]
    [InlineData("<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]>")]
    [InlineData("<!DOCTYPE alert>")]
    public void A_document_type_is_forbidden(string doctype)
    {
        CapSample.ReadChanged("<alert xmlns", doctype + "<alert xmlns").Problems().ShouldBe(["dtd-forbidden /"]);
    }

    [Fact]
    public void Every_encoding_that_a_declaration_can_name_is_read_or_refused()
    {
        var names = Encoding.GetEncodings().Concat(CodePagesEncodingProvider.Instance.GetEncodings()).Select(encoding => encoding.Name);
        foreach (var name in names.Concat(["utf-7", "ucs-4", "", " "]))
            IsAnswered(CapSample.ReadChanged("UTF-8", name)).ShouldBeTrue(name);
    }

    [Fact]
    public void The_problems_of_many_alerts_are_cut_off() =>
        CapSample.Read($"<alerts>{string.Concat(Enumerable.Repeat("<alert/>", 1000))}</alerts>").Problems.Count.ShouldBe(201);

    /// <summary>Each is looked for, and awaited in a stream of its own.</summary>
    [Theory]
    [InlineData(500, 0)]
    [InlineData(501, 1)]
    public void A_message_names_five_hundred_others_at_most(int references, int problems)
    {
        var named = string.Concat(Enumerable.Range(0, references).Select(n => $"tib@stockholm.example,T-{n},2025-01-14T07:42:10+01:00 "));
        CapSample
            .ReadChanged("<scope>Public</scope>", $"<scope>Public</scope><references>{named}</references>")
            .Problems()
            .Count(p => p.StartsWith(CapFaults.InvalidReferences, StringComparison.Ordinal))
            .ShouldBe(problems);
    }

    [Fact]
    public void An_undeclared_entity_is_not_well_formed() =>
        CapSample.ReadChanged("Södermalm", "&xxe;").Problems().ShouldBe(["not-well-formed /"]);

    [Theory]
    [InlineData(64, null)]
    [InlineData(65, CapFaults.TooDeep)]
    [InlineData(100_000, CapFaults.TooDeep)]
    public void Deep_nesting_is_refused(int levels, string? code)
    {
        // alert, info and area are the first three.
        var deep = string.Concat(Enumerable.Repeat("<a>", levels - 3)) + string.Concat(Enumerable.Repeat("</a>", levels - 3));
        var reading = CapSample.ReadChanged("<areaDesc>", deep + "<areaDesc>");
        reading.Problems.Select(problem => problem.Code).ShouldBe(code is null ? [] : [code]);
    }

    [Fact]
    public void A_picture_of_three_megabytes_is_read()
    {
        var picture = new string('A', 3 * 1024 * 1024);
        var resource = $"<resource><resourceDesc>d</resourceDesc><mimeType>image/png</mimeType><derefUri>{picture}</derefUri></resource>";
        var reading = CapSample.ReadChanged("<area>", resource + "<area>");
        reading.Alerts[0].Alert.Infos[0].Resources[0].DerefUri!.Length.ShouldBe(picture.Length);
    }

    [Fact]
    public void More_signs_or_elements_or_alerts_than_any_real_alarm_has_are_refused()
    {
        string Code(string inserted) => CapSample.ReadChanged("<info>", inserted + "<info>").Problems.ShouldHaveSingleItem().Code;
        Code($"<note>{new string('A', 5 * 1024 * 1024)}</note>").ShouldBe(CapFaults.TooLarge);
        Code(string.Concat(Enumerable.Repeat("<a/>", 50_001))).ShouldBe(CapFaults.TooLarge);
        var alerts = string.Concat(Enumerable.Repeat("<alert/>", 1001));
        CapSample.Read($"<alerts>{alerts}</alerts>").Problems().ShouldBe(["too-large /alerts[1]"]);
        VmaJson.Read(Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat("{}", 1001))}]")).Problems().ShouldBe(["too-large "]);
    }

    [Fact]
    public void Findings_without_end_are_cut_off()
    {
        var deviations = CapSample.ReadChanged("<info>", string.Concat(Enumerable.Repeat("<a/>", 40_000)) + "<info>").Alerts[0].Deviations;
        deviations.Count.ShouldBe(201);
        deviations[^1].Code.ShouldBe(CapFaults.TooManyFindings);
    }

    [Fact]
    public void A_text_cut_by_many_comments_is_one_text()
    {
        var cut = string.Concat(Enumerable.Repeat("a<!---->", 100_000));
        CapSample.ReadChanged("Källare", cut).Alerts[0].Alert.Infos[0].Description!.ShouldStartWith(new string('a', 100_000));
    }

    [Property(MaxTest = 300, Replay = "20250114,7")]
    public Property Changed_bytes_of_a_real_file_never_throw()
    {
        var changed = from seed in Gen.Elements(Seeds.Value) from changes in Changes select Changed(seed, changes);
        return Prop.ForAll(changed.ToArbitrary(), bytes => IsAnswered(CapXml.Read(bytes)));
    }

    [Property(MaxTest = 300, Replay = "20250114,9")]
    public Property A_real_file_cut_off_never_throws()
    {
        var cut = from seed in Gen.Elements(Seeds.Value) from at in Gen.Choose(0, seed.Length) select seed[..at];
        return Prop.ForAll(cut.ToArbitrary(), bytes => IsAnswered(CapXml.Read(bytes)));
    }

    [Property(MaxTest = 300, Replay = "20250114,11")]
    public Property Changed_JSON_never_throws()
    {
        var changed = Changes.Select(changes => Changed(Encoding.UTF8.GetBytes(VmaSample.Whole), changes));
        return Prop.ForAll(changed.ToArbitrary(), bytes => IsAnswered(VmaJson.Read(bytes)));
    }

    private static readonly Lazy<byte[][]> Seeds = new(() =>
        CapData.Folder is null
            ? [Encoding.UTF8.GetBytes(CapSample.Whole)]
            : [.. CapData.Manifest().Select(row => CapData.Bytes(row["file"])).Where(bytes => bytes.Length is > 0 and < 10_000)]
    );

    private static Gen<(int At, int To)[]> Changes =>
        (from at in Gen.Choose(0, 1_000_000) from to in Gen.Choose(0, 255) select (at, to))
            .NonEmptyListOf()
            .Select(changes => changes.ToArray());

    private static byte[] Changed(byte[] bytes, (int At, int To)[] changes)
    {
        byte[] changed = [.. bytes];
        foreach (var (at, to) in changes)
            changed[at % changed.Length] = (byte)to;
        return changed;
    }

    // Either taken in or told why not: never neither.
    private static bool IsAnswered(CapReading reading) => reading.Alerts.Count > 0 || reading.Problems.Count > 0;
}
