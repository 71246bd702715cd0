using CrisisCommand.Platform.Commands;

namespace CrisisCommand.Pages.Frame;

/// <summary>What a person is asked where a form says once more what was said a moment ago: whether it is that, or is meant even so.</summary>
/// <param name="There">The page of what there is already.</param>
/// <param name="Join">The words of the way there.</param>
/// <param name="EvenSo">The words of the button that sends the form as another.</param>
public sealed record AskedFirst(string There, string Join, string EvenSo)
{
    /// <summary>The field that says so, as a form names it.</summary>
    public const string Field = "evenSo:flag";

    private static readonly (string Code, string Member, string Suffix)[] Asked =
    [
        ("crises.already-declared", "crisisId", "/mine"),
        ("decisions.same-again", "number", ""),
    ];

    /// <param name="at">The form's path, of a page or of the command behind it.</param>
    /// <returns>Null where the problem asks nothing.</returns>
    public static AskedFirst? Of(Problem problem, string? at)
    {
        var (code, member, suffix) = Asked.FirstOrDefault(a => problem.Type.EndsWith(":" + a.Code, StringComparison.Ordinal));
        if (code is null || at is null || problem.Members?.TryGetValue(member, out var named) != true)
        {
            return null;
        }

        var page = at.StartsWith("/api/", StringComparison.Ordinal) ? at["/api".Length..] : at;
        return new($"{page}/{named}{suffix}", $"pages.join.{code}", $"pages.even-so.{code}");
    }
}
