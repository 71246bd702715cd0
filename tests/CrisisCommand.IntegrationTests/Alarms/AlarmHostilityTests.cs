using System.Diagnostics;
using System.Net;
using System.Text;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Alarms;

/// <summary>Documents made to hurt, refused fast; and large ones that are real (C11).</summary>
public class AlarmHostilityTests(Product product)
{
    private static readonly TimeSpan Fast = TimeSpan.FromSeconds(3);

    public static TheoryData<string, string> Hostile() =>
        new()
        {
            { "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><alert>&x;</alert>", "alarms.refused-dtd-forbidden" },
            { Bomb(), "alarms.refused-dtd-forbidden" },
            { string.Concat(Enumerable.Repeat("<a>", 100_000)), "alarms.refused-too-deep" },
            { "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><info>" + Many("<area>", 500_000), "alarms.refused-too-deep" },
            {
                "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\">" + Many("<code/>", 400_000) + "</alert>",
                "alarms.refused-too-large"
            },
            { "<alert", "alarms.refused-not-well-formed" },
            { "", "alarms.refused-not-well-formed" },
        };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_document_is_refused_fast(string xml, string problem)
    {
        var tib = await product.As("tib");
        var watch = Stopwatch.StartNew();
        var reply = await tib.PostBytes("/alarms", Encoding.UTF8.GetBytes(xml), CapMessage.MediaType);
        reply.ShouldBe(HttpStatusCode.BadRequest).Problem.ShouldBe(problem);
        watch.Elapsed.ShouldBeLessThan(Fast);
    }

    [Fact]
    public async Task Json_that_is_too_deep_is_refused()
    {
        var tib = await product.As("tib");
        (await tib.Post("/alarms", Many("[", 100_000))).ShouldBe(HttpStatusCode.BadRequest);
    }

    /// <summary>Whoever may write where the bytes lie writes beside them what they are said to hash to; the journal knows better.</summary>
    [Fact]
    public async Task Bytes_that_somebody_changed_in_the_database_are_not_handed_out_as_what_came()
    {
        var tib = await product.As("tib");
        var alarm = new CapMessage();
        var id = (await alarm.Post(tib)).ShouldBe(HttpStatusCode.Created).Json["alarmId"]!.GetValue<Guid>();
        (await tib.Get($"/alarms/{id}/raw")).ShouldBe(HttpStatusCode.OK).Bytes.ShouldBe(alarm.Bytes);

        await Store(alarm.Bytes, Encoding.UTF8.GetBytes(alarm.Xml.Replace("Källare", "Ingenting", StringComparison.Ordinal)));
        (await tib.Get($"/alarms/{id}/raw")).ShouldBeRefused(HttpStatusCode.Conflict, "alarms.bytes-altered");

        await Store(Encoding.UTF8.GetBytes(alarm.Xml.Replace("Källare", "Ingenting", StringComparison.Ordinal)), alarm.Bytes);
        (await tib.Get($"/alarms/{id}/raw")).ShouldBe(HttpStatusCode.OK);

        Task Store(byte[] those, byte[] instead) =>
            Product.Sql(
                product.ConnectionString,
                $"""
                update crisis.mt_doc_rawalarm set data = data || jsonb_build_object('bytes', '{Convert.ToBase64String(
                    instead
                )}', 'sha256', '{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(instead))}')
                where data->>'bytes' = '{Convert.ToBase64String(those)}'
                """
            );
    }

    [Fact]
    public async Task Three_megabytes_are_taken_and_read_back_and_more_than_four_are_too_large()
    {
        var tib = await product.As("tib");
        byte[] Padded(int size)
        {
            var alarm = new CapMessage().Xml;
            var resource =
                $"<resource><resourceDesc>ljud</resourceDesc><mimeType>audio/mpeg</mimeType><derefUri>{new string('A', size)}</derefUri></resource>";
            return Encoding.UTF8.GetBytes(alarm.Replace("    <area>", resource + "<area>"));
        }

        var large = Padded(3_000_000);
        var reply = (await tib.PostBytes("/alarms", large, CapMessage.MediaType)).ShouldBe(HttpStatusCode.Created);
        (await tib.Get($"/alarms/{reply.Json["alarmId"]}/raw")).Bytes.ShouldBe(large);
        (await tib.PostBytes("/alarms", Padded(5_000_000), CapMessage.MediaType))
            .ShouldBe(HttpStatusCode.RequestEntityTooLarge)
            .Problem.ShouldBe("platform.too-large");
    }

    [Fact]
    public async Task A_text_longer_than_any_we_keep_is_cut_and_says_so()
    {
        var tib = await product.As("tib");
        var reply = (await new CapMessage { Text = new string('x', 30_000) }.Post(tib)).ShouldBe(HttpStatusCode.Created);
        reply.Json["deviations"]!.ToJsonString().ShouldContain("text-cut");
        (await tib.Get(reply.Location!)).Json["text"]!.ToString().Length.ShouldBe(20_000);
    }

    [Fact]
    public async Task A_feed_of_hundreds_is_one_transaction()
    {
        var tib = await product.As("tib");
        var feed = $"<alerts>{string.Concat(Enumerable.Range(0, 300).Select(_ => new CapMessage { Status = "Test" }.Xml))}</alerts>";
        var reply = (await tib.PostBytes("/alarms", Encoding.UTF8.GetBytes(feed), "text/xml")).ShouldBe(HttpStatusCode.Created);
        reply.Json["alarms"]!.AsArray().Select(a => a!["incidentId"]!.ToString()).Distinct().Count().ShouldBe(300);
    }

    private static string Many(string part, int times) => string.Concat(Enumerable.Repeat(part, times));

    private static string Bomb()
    {
        var entities = Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">");
        return $"<!DOCTYPE a [<!ENTITY l0 \"lol\">{string.Concat(entities)}]><alert>&l9;</alert>";
    }
}
