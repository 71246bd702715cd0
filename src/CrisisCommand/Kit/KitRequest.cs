using System.Globalization;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Kit;

/// <summary>What is asked to be printed.</summary>
/// <param name="Sheets">Blank sheets of the log.</param>
/// <param name="Plan">Whose call list.</param>
public sealed record KitRequest(int Sheets, PlanName Plan)
{
    public const int MaxSheets = 50;
    private const int DefaultSheets = 4;

    public static (KitRequest? Request, Refusal? Refusal) Read(IQueryCollection query)
    {
        var (sheets, plan) = (query["sheets"].ToString(), query["plan"].ToString());
        var number = DefaultSheets;
        if (
            sheets.Length > 0
            && !(int.TryParse(sheets, NumberStyles.None, CultureInfo.InvariantCulture, out number) && IsPrintable(number))
        )
        {
            return (null, KitRefusals.InvalidSheets.With(sheets));
        }

        var name = PlanName.Normal;
        return plan.Length > 0 && !Key.TryParse(plan, out name) ? (null, KitRefusals.UnknownPlan.With(plan)) : (new(number, name), null);
    }

    private static bool IsPrintable(int sheets) => sheets is >= 1 and <= MaxSheets;
}
