using CrisisCommand.Klo.Plans;
using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using CrisisCommand.Reference;
using Microsoft.Extensions.Options;

namespace CrisisCommand.Klo.Endurance;

/// <summary>Why somebody is expected.</summary>
public enum ComingBy
{
    /// <summary>They were summoned, and said that they come.</summary>
    Summons,

    /// <summary>They are planned to relieve the holder.</summary>
    Relief,
}

/// <param name="RestedSeconds">Since they left a function last; null where they have held none in this crisis.</param>
public sealed record ReliefShown(PersonId Person, DateTimeOffset At, double? RestedSeconds);

/// <param name="WarnAt">When it is said that relief is needed.</param>
/// <param name="LimitAt">When the holder will have been in function for too long.</param>
public sealed record FunctionEndurance(
    FunctionKey Key,
    string Name,
    PersonId? Holder,
    Mandate? Mandate,
    DateTimeOffset? Since,
    double? SecondsInFunction,
    DateTimeOffset? WarnAt,
    DateTimeOffset? LimitAt,
    bool Warned,
    bool Exceeded,
    IReadOnlyList<ReliefShown> Reliefs
);

/// <summary>Somebody who holds two functions or more, and can be at one table only.</summary>
public sealed record SeveralFunctions(PersonId Person, IReadOnlyList<FunctionKey> Functions);

/// <param name="At">Null where they did not say when.</param>
public sealed record Coming(DateTimeOffset? At, PersonId Person, FunctionKey Function, ComingBy By);

/// <summary>How long everybody has been in function, and who is coming when.</summary>
/// <param name="At">The moment at which the seconds were counted.</param>
/// <param name="Coming">By time; who did not say when comes last.</param>
/// <param name="Persons">The names of everybody mentioned, by id.</param>
public sealed record EnduranceShown(
    Guid CrisisId,
    long Version,
    DateTimeOffset At,
    double LongestSeconds,
    double WarnBeforeSeconds,
    IReadOnlyList<FunctionEndurance> Functions,
    IReadOnlyList<SeveralFunctions> Several,
    IReadOnlyList<Coming> Coming,
    IReadOnlyDictionary<PersonId, string> Persons
);

public static class GetEnduranceEndpoint
{
    // Without an entity tag: what is shown changes as time passes, while the version stands still.
    public static void MapGetEndurance(this IEndpointRouteBuilder api) =>
        api.MapGet("/crises/{crisisId:guid}/endurance", Get).Read<EnduranceShown>("GetEndurance", "Klo", KloCapabilities.ReadKlo);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid crisisId,
        Journals journals,
        PlanArchive plans,
        Speaker speaker,
        IOptions<EnduranceOptions> options,
        TimeProvider clock,
        CancellationToken token
    )
    {
        var realm = CommandBinding.RealmOf(http);
        if (await journals.Load(realm, StreamKinds.Crisis, crisisId, token) is not { } crisis)
        {
            return Answers.Problem(Problems.NotFound);
        }

        var klo = crisis.State<KloActivation>();
        var plan = klo.Plan is { } name ? await plans.Find(realm, name, klo.PlanVersion, token) : null;
        var model = new EnduranceMoment(klo, crisis.State<TimeInFunction>(), options.Value, Clock.Now(clock));
        return TypedResults.Ok(
            await speaker.SayOpenly(
                Reader.Of(http),
                words => model.Show(crisisId, crisis.Version, key => NameOf(key, plan, words), words),
                token
            )
        );
    }

    private static string NameOf(FunctionKey key, KloPlan? plan, Words words) =>
        plan?.Functions.FirstOrDefault(f => f.Key == key) is { } planned ? words.Text(planned.Name) : words.Function(key);
}
