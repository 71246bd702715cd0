using System.Globalization;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Kit;

/// <summary>Which sheet of the paper log, and whether it is one to read or part of the running log.</summary>
/// <param name="Sheet">Null: the newest.</param>
/// <param name="From">The version to begin with, where the sheet before ended.</param>
public sealed record PaperRequest(int? Sheet, long? From)
{
    /// <summary>A sheet that is asked for alone is only shown; else each is printed when it is complete, and followed by the next.</summary>
    public bool IsRunning => Sheet is null || From is not null;

    public static (PaperRequest? Request, Refusal? Refusal) Read(IQueryCollection query)
    {
        var (sheet, from) = (query["sheet"].ToString(), query["from"].ToString());
        return !IsNumber(sheet, int.MaxValue, out var number) ? (null, KitRefusals.InvalidSheet.With(sheet))
            : !IsNumber(from, long.MaxValue, out var version) ? (null, KitRefusals.UnknownLine.With(from))
            : (new((int?)number, version), null);
    }

    /// <summary>Null where what is asked for is there.</summary>
    public Refusal? Refuse(PaperLog log) =>
        Sheet > log.Newest ? KitRefusals.SheetNotBegun.With($"{Sheet}", $"{log.Newest}")
        : From > log.Index.Marks.Count + 1 ? KitRefusals.UnknownLine.With($"{From}")
        : null;

    public PaperSheet Of(PaperLog log) => log.Sheet(Sheet ?? log.Newest, From);

    private static bool IsNumber(string text, long most, out long? number)
    {
        number = null;
        if (text.Length > 0 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var known))
        {
            number = known;
        }

        return text.Length == 0 || (number >= 1 && number <= most);
    }
}
