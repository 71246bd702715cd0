using System.Collections.Immutable;
using CrisisCommand.Access.Sessions;
using CrisisCommand.Duty;
using CrisisCommand.Klo;
using CrisisCommand.Klo.Plans;
using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Telemetry;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Access;

/// <summary>Asks of every request what its endpoint asks of the caller: reads here, commands on the streams that they are decided on.</summary>
public sealed class AccessGuard(
    Journals journals,
    FollowedStreams streams,
    AdoptedPlans plans,
    DutyRosters rosters,
    AccessRules rules,
    TimeProvider clock
)
{
    /// <summary>How commands are asked (<see cref="CommandHandler"/>).</summary>
    public Authority Authority() =>
        new(
            (context, target, anew, token) => Grounds(context.Realm, context.By, target.MayBeNew ? null : target.Kind, anew, token),
            (context, target, grounds) =>
            {
                var actor = Actor.Of(context.Realm, context.By, grounds, target.Exists ? target : null, context.Now);
                return rules.Permit(actor, context.Demand!.On(target), context.Demand.As);
            }
        );

    /// <summary>Middleware: lets a read through, with on whose behalf it is; all else goes on to where it is asked.</summary>
    public static async Task Keep(HttpContext http, RequestDelegate next)
    {
        if (CommandGuard.IsRead(http) && CommandGuard.AskedBy(http) is { Count: > 0 } rights)
        {
            var guard = http.RequestServices.GetRequiredService<AccessGuard>();
            var (reader, refusal) = await guard.Ask(http, rights);
            if (refusal is not null)
            {
                Instruments.Refusals.Add(1, new KeyValuePair<string, object?>("code", refusal.Code));
                await ProblemResponses.Write(http, refusal);
                return;
            }

            http.Features.Set(reader);
        }

        await next(http);
    }

    /// <summary>What it rests on whether a reader may watch a crisis: the crisis, what they are, and that their session stands.</summary>
    public static ImmutableArray<(Realm Realm, Target Stream)> GroundsIn(Reader reader, Guid crisis) =>
        [
            (reader.Realm, new(StreamKinds.Crisis, crisis)),
            (reader.Realm, StandingOf(reader.Person)),
            .. reader.Session is null
                ? Array.Empty<(Realm, Target)>()
                :
                [
                    (Realm.Live, new(StreamKinds.SignIns, SignIns.StreamOf(reader.Person))),
                    (Realm.Live, new(StreamKinds.Keys, KeyRotation.Stream)),
                ],
        ];

    /// <summary>Of those streams, what the answer looks at; as long as that is the same, so is the answer.</summary>
    public static ImmutableArray<object?> RestsOn(IReadOnlyList<StreamSnapshot?> grounds) =>
        [
            grounds[0]?.State<KloActivation>(),
            grounds[0]?.State<CrisisReaders>(),
            grounds[1]?.State<Standing>(),
            grounds.ElementAtOrDefault(2)?.State<SignIns>(),
            grounds.ElementAtOrDefault(3)?.State<KeyRotation>(),
        ];

    /// <summary>Whether a reader still sees a crisis as they did: for streams that are open for hours.</summary>
    public bool Sees(Reader reader, IReadOnlyList<StreamSnapshot?> grounds)
    {
        var (signIns, rotation) = (grounds.ElementAtOrDefault(2), grounds.ElementAtOrDefault(3));
        if (
            reader.Session is { } session
            && signIns?.State<SignIns>().Holds(session, rotation?.State<KeyRotation>().At, Clock.Now(clock)) == false
        )
        {
            return false;
        }

        var actor = Actor.Of(reader.Realm, reader.Person, [grounds[1]!], grounds[0], Clock.Now(clock));
        return rules.Refuse(actor, KloCapabilities.ReadCrisis) is null
            && rules.OpensTexts(actor, KloCapabilities.ReadCrisis) == reader.OpensTexts;
    }

    /// <summary>Whoever reads, as they stand in a crisis or to an incident (null: outside).</summary>
    public async Task<Actor> Find(Realm realm, PersonId person, StreamSnapshot? about, CancellationToken token, bool anew = true)
    {
        var on = await Grounds(realm, person, about?.Kind, anew, token);
        var grounds = await Task.WhenAll(on.Select(t => journals.Known(realm, t.Kind, t.Stream, anew, token)));
        return Actor.Of(realm, person, grounds, about, Clock.Now(clock));
    }

    /// <summary>The reader as one capability lets them read, for pages that show several things; null where they may not.</summary>
    public Reader? As(Reader reader, Actor actor, Capability needs)
    {
        var onlyOwn = rules.OnlyOwn(actor, needs);
        return onlyOwn || rules.Refuse(actor, needs) is null
            ? reader with
            {
                OpensTexts = onlyOwn || rules.OpensTexts(actor, needs),
                OwnOnly = onlyOwn,
            }
            : null;
    }

    /// <summary>Those of several crises that a reader may know of.</summary>
    public async Task<IReadOnlyList<T>> Seen<T>(Reader reader, IEnumerable<T> all, Func<T, Guid> crisisOf, CancellationToken token)
    {
        var seen = new List<T>();
        foreach (var one in all)
        {
            // Read anew: a reader dismissed on another node is not shown even the title of what this one remembers.
            var crisis = await journals.Known(reader.Realm, StreamKinds.Crisis, crisisOf(one), refresh: true, token);
            if (rules.Sees(await Find(reader.Realm, reader.Person, crisis, token, anew: false)))
            {
                seen.Add(one);
            }
        }

        return seen;
    }

    private async Task<(Reader? Reader, Refusal? Refusal)> Ask(HttpContext http, List<Capability> rights)
    {
        var (realm, person, token) = (CommandBinding.RealmOf(http), CommandBinding.PersonOf(http.User), http.RequestAborted);
        // A stream is begun on what is followed here, so that thousands of them ask for nothing twice; all else is read anew.
        var begins = http.GetEndpoint()!.Metadata.GetMetadata<StaysOpen>() is not null;
        StreamSnapshot? about = null;
        if (CommandGuard.About(http) is var (kind, id))
        {
            about = await (begins ? streams.Load(realm, kind, id, token) : journals.Load(realm, kind, id, token));
            if (about is null && kind == StreamKinds.Crisis)
            {
                return (null, Problems.NotFound);
            }
        }

        var actor =
            begins && about is { Kind: StreamKinds.Crisis }
                ? Actor.Of(realm, person, [await Standing(realm, person, token)], about, Clock.Now(clock))
                : await Find(realm, person, about, token);
        var asked = new Reader(realm, person, OpensTexts: false, Problems.CultureOf(http.Request)) { Session = SessionBook.Of(http.User) };
        var reader = rights.Select(right => As(asked, actor, right)).FirstOrDefault(r => r is not null);
        return reader is not null ? (reader, null) : (null, rules.Refuse(actor, rights[0]));
    }

    private async Task<StreamSnapshot> Standing(Realm realm, PersonId person, CancellationToken token) =>
        await streams.Load(realm, StreamKinds.Person, Person.StreamOf(person), token)
        ?? journals.Empty(StreamKinds.Person, Person.StreamOf(person));

    /// <summary>What somebody's rights outside crises rest on, for a decision that must look at them.</summary>
    public async Task<IReadOnlyList<Target>> GroundsOutside(CommandContext context, CancellationToken token) =>
        [.. (await Grounds(context.Realm, context.By, about: null, anew: true, token)).Select(t => t with { MayBeNew = true })];

    /// <summary>Whether whoever sends a command may give what a role gives, by the grounds as they stand.</summary>
    public bool MayGive(CommandContext context, IReadOnlyList<StreamSnapshot?> grounds, StandingRole role) =>
        rules.MayGive(Actor.Of(context.Realm, context.By, [.. grounds.OfType<StreamSnapshot>()], null, context.Now), role);

    /// <summary>Whether whoever sends a command answers for the organisation, by the grounds as they stand.</summary>
    public bool MayConfirm(CommandContext context, IReadOnlyList<StreamSnapshot?> grounds) =>
        rules.Refuse(
            Actor.Of(context.Realm, context.By, [.. grounds.OfType<StreamSnapshot>()], null, context.Now),
            AccessCapabilities.ConfirmGrant
        )
            is null;

    private static Target StandingOf(PersonId person) => new(StreamKinds.Person, Person.StreamOf(person));

    /// <summary>Outside crises every adopted plan counts, whatever its name; about an incident, who is on duty too.</summary>
    /// <param name="about">The kind of stream that is asked about.</param>
    private async Task<ImmutableArray<Target>> Grounds(Realm realm, PersonId person, string? about, bool anew, CancellationToken token)
    {
        var adopted = about == StreamKinds.Crisis ? [] : await plans.Streams(realm, anew, token);
        var duty = about == StreamKinds.Incident ? await rosters.Streams(realm, anew, token) : [];
        return
        [
            StandingOf(person),
            .. adopted.Select(p => new Target(StreamKinds.Plan, p)),
            .. duty.Select(r => new Target(StreamKinds.Roster, r)),
        ];
    }
}
