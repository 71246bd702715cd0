using System.Text.Json;
using CrisisCommand.Pages.Frame;

namespace CrisisCommand.Pages.Desk;

/// <summary>What the desk's script says, in the language of its page, and what its entries can be about.</summary>
public static class DeskWords
{
    /// <summary>The first is what an entry is unless another is chosen. Decisions have a form of their own.</summary>
    public static readonly IReadOnlyList<string> Categories = ["observation", "contact", "action", "media", "other"];

    private static readonly string[] Said =
    [
        "contact",
        "no-contact",
        "no-contact-unsent",
        "sending",
        "sign-in",
        "sign-in-link",
        "other-person",
        "not-kept",
        "unsent-one",
        "unsent-many",
        "refused-count",
        "waiting",
        "refused",
        "edit",
        "put-away",
        "put-away-sure",
        "outage",
        "late",
        "no-time",
        "future",
        "new-one",
        "new-many",
        "saved",
        "kept",
        "taken",
        "needs",
        "basis-none",
        "basis-some",
        "basis-hint",
        "not-fixable",
        "about",
        "field-taken",
        "noted",
        "noted-motive",
        "noted-alternatives",
        "noted-executor",
        "noted-due",
        "noted-decided",
        "noted-basis",
        "correct",
        "decide",
        "task",
        "situation",
        "leave",
        "basis-mark",
        "waits-for",
        "lost-target",
        "failing",
    ];

    private static readonly string[] Keys = ["correct", "decide", "task", "situation"];

    public static string Json(PageContext page) =>
        JsonSerializer.Serialize(
            Said.ToDictionary(k => k, k => page.Say("desk.js." + k))
                .Concat(Keys.Select(k => KeyValuePair.Create("key-" + k, page.Say("desk.key." + k))))
                .ToDictionary()
        );
}
