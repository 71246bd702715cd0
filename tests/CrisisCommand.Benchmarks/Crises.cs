using System.Net;
using System.Text.Json.Nodes;

namespace CrisisCommand.Benchmarks;

/// <summary>Crises to measure on, made through the product's own door.</summary>
internal static class Crises
{
    private const string Declaration =
        """{"kind":"fire","title":"Brand i Skärholmen","reason":"Rök i trapphus B, boende kvar","evenSo":true}""";
    private const string Decision =
        """{"decision":"Evakuera trapphus B och öppna mottagningsplats","motive":"Rök sprids via hisschaktet","evenSo":true}""";
    private const string Execution = """{"text":"Trapphus B är utrymt"}""";
    private const string Entry = """{"text":"Räddningstjänsten meddelar att rökdykare går in via trapphus B"}""";
    private const string Situation = """{"text":"Branden är begränsad till ett trapphus, 40 boende är ute"}""";

    /// <summary>Prints the addresses of so many new crises.</summary>
    public static async Task Declare(Arguments arguments)
    {
        using var api = await Api.Connect(arguments);
        for (var i = 0; i < arguments.Number("count"); i++)
        {
            Console.WriteLine(await Declare(api));
        }
    }

    public static async Task<string> Declare(Api api) => (await api.Post("/api/live/crises", Declaration)).Location!;

    /// <summary>Prints the address of one new crisis with so many events, as a long crisis has them: mostly entries, some of everything.</summary>
    public static async Task Fill(Arguments arguments)
    {
        using var api = await Api.Connect(arguments);
        var crisis = await Declare(api);
        var version = 0L;
        for (var n = 0; version < arguments.Number("events"); n++)
        {
            version = await Happen(api, crisis, n);
        }

        Console.WriteLine(crisis);
    }

    /// <summary>One more line in the journal, and the version of the crisis with it.</summary>
    public static async Task<long> Happen(Api api, string crisis, int n)
    {
        switch (n % 10)
        {
            case 3:
                return (await api.Post(crisis + "/situation", Situation)).Version;
            case 7:
                var taken = await api.Post(crisis + "/decisions", Decision);
                var number = JsonNode.Parse(taken.Body)!["number"]!.GetValue<int>();
                return (await api.Post($"{crisis}/decisions/{number}/execution", Execution, HttpStatusCode.NoContent)).Version;
            default:
                return (await api.Post(crisis + "/entries", Entry)).Version;
        }
    }
}
