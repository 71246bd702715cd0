using CrisisCommand.Boards;
using CrisisCommand.Crises;
using CrisisCommand.Klo;
using CrisisCommand.Pages.Cells;
using CrisisCommand.Pages.Frame;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Pages.Phone;

/// <summary>One person's part in a crisis as their phone shows it: what is expected of them, what they hold, and what they may do.</summary>
/// <param name="View">The board; null for whoever sees only who holds what.</param>
/// <param name="Levels">From the lowest up.</param>
public sealed record PhoneModel(PageContext Page, MyCrisis Mine, Board Board, BoardView? View, IReadOnlyList<CrisisLevel> Levels)
{
    public PersonId Me => Mine.Person;

    public Words Words => Page.Words;

    public KloActivation Klo => Board.Klo;

    public bool IsOver => Klo.IsStoodDown;

    public string Status => BoardWording.StatusOf(Board.Crisis);

    /// <summary>Other open crises that this one may be a double of; none where the reader may not say so.</summary>
    public IReadOnlyList<OtherCrisis> Doubles { get; init; } = [];

    /// <summary>By when a crisis may be said to have been a mistake.</summary>
    public DateTimeOffset AnnulledBy => Board.Crisis.MistakeUntil;

    public bool MayAnnul => May(CrisesCapabilities.Annul) && IsMineToEnd && Page.Now <= AnnulledBy && Board.Crisis.Joined.IsEmpty;

    public bool MayMerge => May(CrisesCapabilities.Merge) && IsMineToEnd && (Klo.IsLedBy(Me) || Page.Now <= AnnulledBy);

    private bool IsMineToEnd => !IsOver && (Klo.IsLedBy(Me) || Board.Crisis.DeclaredBy == Me);

    /// <summary>How ages are told; of the board itself it says nothing.</summary>
    public BoardModel Ages => new(View!, Words, Page.Now);

    public string Title => View?.Title ?? Say("title");

    public string Say(string key, params object?[] arguments) => Page.Say("mine." + key, arguments);

    public string To(string path) => Page.Crisis(Mine.CrisisId, path);

    /// <summary>Back to this page, where it then says what was done.</summary>
    public string Done(string what) => To("/mine?done=" + what);

    public string NameOf(PersonId person) => Words.NameOf(person) ?? person.Value;

    public string Function(FunctionKey function) => Words.Function(function);

    public bool May(Capability capability) => Mine.Capabilities.Contains(capability);

    /// <summary>Also where the right holds for one's own functions only.</summary>
    public bool MayFor(Capability capability, FunctionKey? function) =>
        May(capability) || (Mine.OwnCapabilities.Contains(capability) && function is { } about && Acts(about));

    public bool MaySome(Capability capability) => May(capability) || Mine.OwnCapabilities.Contains(capability);

    /// <summary>Whether the reader is the one in a function: its holder, or by plan until somebody is.</summary>
    public bool Acts(FunctionKey function) => Klo.ActingIn(function) == Me;

    /// <summary>The functions that the reader is on their way to, and may say of that they are there.</summary>
    public IEnumerable<MyWay> OnTheWay =>
        IsOver
            ? []
            : Klo
                .Posts.Where(p => p.NeedsSomebody && p.Holder != Me && p.Awaits(Me))
                .Select(p => (Post: p, Summons: p.SummonsOf(Me)))
                .Where(p => p.Summons is null or { ArrivedAt: null, Answer: SummonsAnswer.Coming })
                .Select(p => new MyWay(
                    p.Post.Function,
                    p.Summons?.Eta,
                    p.Post.Holder,
                    Klo.RefuseTakeover(p.Post.Function, Me) is null,
                    p.Summons is not null
                ));

    /// <summary>Somebody else proposed that it is over, and waits for a second person.</summary>
    public (PersonId By, DateTimeOffset At)? Proposal => IsOver ? null : Klo.StandingProposal(Page.Now);

    /// <summary>Nobody else has come or answered that they do: there is no second person to ask.</summary>
    public bool EndsAlone => Klo.IsAlone(Me);

    /// <summary>To whom a function may be handed: its own deputies first, then everybody else of the crisis.</summary>
    public (IReadOnlyList<PersonId> Deputies, IReadOnlyList<PersonId> Others) Heirs(FunctionKey function)
    {
        var deputies = Klo.Post(function)!.CallOrder.Where(p => p != Me).ToList();
        var others = Klo.Posts.SelectMany(p => p.CallOrder.Concat(p.Mentioned)).Distinct().Where(p => p != Me && !deputies.Contains(p));
        return (deputies, [.. others.OrderBy(NameOf, StringComparer.Create(Words.Culture, ignoreCase: true))]);
    }

    /// <summary>What a person is called in a list: their name, and where the plan has them.</summary>
    public string Described(PersonId person) =>
        Klo.Posts.FirstOrDefault(p => p.CallOrder.Contains(person)) is { } post
            ? $"{NameOf(person)}, {Function(post.Function).ToLower(Words.Culture)}"
            : NameOf(person);
}

/// <summary>Another open crisis, as it is offered to be the one that goes on.</summary>
public sealed record OtherCrisis(Guid Id, string Title, DateTimeOffset DeclaredAt);

/// <param name="Silent">Who holds the function and does not answer; null where nobody holds it.</param>
/// <param name="TakesOver">The reader may take it from them.</param>
/// <param name="Summoned">False: it is theirs by plan, and nobody had to call them.</param>
public sealed record MyWay(FunctionKey Function, DateTimeOffset? Eta, PersonId? Silent, bool TakesOver, bool Summoned);
