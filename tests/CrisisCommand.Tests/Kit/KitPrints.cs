using System.Net;
using System.Text.RegularExpressions;
using CrisisCommand.Boards;
using CrisisCommand.Incidents;
using CrisisCommand.Kit;
using CrisisCommand.Manual;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Tests.Timeline;
using CrisisCommand.Timeline;
using static CrisisCommand.Tests.Kit.KitGiven;

namespace CrisisCommand.Tests.Kit;

/// <summary>The kit and the sheets of the running log, rendered.</summary>
internal static partial class KitPrints
{
    private const int All = int.MaxValue;

    public static async Task<string> KitOf(string realm = "live", int sheets = 4, bool english = false) =>
        Read(
            await Render<KitPage>(
                ("Kit", KitGiven.Kit(realm, sheets, english)),
                ("W", new KitWording(Speaks(english))),
                ("CardWords", new ManualWording(Speaks(english))),
                ("Nonce", "abc")
            )
        );

    public static async Task<string> PaperOf(
        int number,
        string realm = "live",
        bool english = false,
        bool running = true,
        int known = All
    ) =>
        Read(
            await Render<PaperPage>(
                ("Paper", Paper(number, realm, english, running: running, known: known)),
                ("W", new KitWording(SampleCrisis.Reader(english))),
                ("Nonce", "abc")
            )
        );

    public static PaperShown Paper(
        int number,
        string realm,
        bool english,
        string title = "Brand i flerbostadshus, Ekholmen 3",
        bool running = true,
        int known = All
    )
    {
        IReadOnlyList<Fact> facts = [.. SampleCrisis.Fire(title).Facts.Take(known)];
        var (words, index) = (SampleCrisis.Reader(english), Fold.Of<TimelineIndex>(facts));
        var log = new PaperLog(index, known == All, facts[^1].RecordedAt.AddHours(2));
        var sheet = log.Sheet(number);
        var marks = index.Marks.GetRange((int)sheet.First - 1, (int)(sheet.Next - sheet.First));
        var board = Fold.Of<Board>(facts.Take((int)sheet.Last));
        return new(
            SampleCrisis.Id,
            realm,
            realm == "live" ? null : "ÖVNING",
            sheet,
            running,
            log.Now,
            0,
            new LineWriter(SampleCrisis.Catalogue, words).Lines(new(marks, sheet.Last, null), facts, index),
            new BoardWording(words, SampleCrisis.Catalogue, new Dictionary<Guid, Incident>()).View(board, SampleCrisis.Id, new(realm)),
            PaperLinks.Of("/live/crises/1/paper", log, sheet)
        );
    }

    /// <summary>Letters beside ASCII as they are read; the rest stays encoded.</summary>
    private static string Read(string page) => Entity.Replace(page, m => WebUtility.HtmlDecode(m.Value));

    [GeneratedRegex("&#x(?!(22|26|27|3C|3E);)[0-9A-F]+;")]
    private static partial Regex Entity { get; }
}
