using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CrisisCommand.Pages.Frame;

/// <summary>What every page knows: who reads it, in which realm and language, at what time, and by which token its forms are ours.</summary>
/// <param name="Forgery">The anti-forgery token of this answer; forms carry it in <see cref="ForgeryField"/>.</param>
/// <param name="Here">The page's own path and query.</param>
public sealed record PageContext(Reader Reader, Words Words, string Name, string Forgery, string Here, DateTimeOffset Now)
{
    public const string ForgeryField = "__RequestVerificationToken";

    /// <summary>Where a script, or the bridge from a form to its command, puts the token.</summary>
    public const string ForgeryHeader = "RequestVerificationToken";

    /// <summary>How what is shown was read.</summary>
    public MemoryReads.Reading? Reading { get; init; }

    public Realm Realm => Reader.Realm;

    public string Language => Words.Culture.TwoLetterISOLanguageName;

    /// <summary>Where a page of this realm is: <c>/{realm}{path}</c>.</summary>
    public string To(string path) => $"/{Realm}{path}";

    public string Crisis(Guid crisis, string path = "") => To($"/crises/{crisis}{path}");

    public string Say(string key, params object?[] arguments) => Words.Say("pages." + key, arguments);

    /// <summary>Hours and minutes in Stockholm.</summary>
    public string Clock(DateTimeOffset time) => Words.Time(time)[11..16];

    /// <summary>Of another page, with nothing but the words.</summary>
    public static RazorComponentResult Show<TPage>(params (string Name, object? Value)[] parameters)
        where TPage : IComponent => new(typeof(TPage), parameters.ToDictionary(p => p.Name, p => p.Value));
}

/// <summary>Makes the context of a page that the guard has let somebody through to.</summary>
public sealed class PageContexts(IAntiforgery forgery, PersonDirectory directory, TimeProvider clock)
{
    public async Task<PageContext> Of(HttpContext http)
    {
        var reader = Reader.Of(http);
        await directory.Names(reader.Realm, http.RequestAborted);
        string? NameOf(PersonId person) => directory.NameOf(reader, person);
        return new(
            reader,
            reader.Words(nameOf: NameOf),
            // One's own name is no secret to oneself.
            directory.NameOf(reader.Realm, reader.Person) ?? reader.Person.Value,
            forgery.GetAndStoreTokens(http).RequestToken!,
            http.Request.Path + http.Request.QueryString,
            Clock.Now(clock)
        )
        {
            Reading = http.Features.Get<MemoryReads.Reading>(),
        };
    }
}
