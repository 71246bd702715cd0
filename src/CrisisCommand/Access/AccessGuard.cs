using System.Collections.Immutable;
using CrisisCommand.Klo;
using CrisisCommand.People;
using CrisisCommand.Platform;

namespace CrisisCommand.Access;

/// <summary>Asks of every request what its endpoint asks of the caller: reads here, commands on the streams that they are decided on.</summary>
public sealed class AccessGuard(Journals journals, AccessRules rules, TimeProvider clock)
{
    private static readonly ImmutableArray<PlanName> Plans = [PlanName.Normal, PlanName.Wartime];

    /// <summary>How commands are asked (<see cref="CommandHandler"/>).</summary>
    public static Authority Authority(AccessRules rules) =>
        new(
            (envelope, target) => Grounds(envelope.By, target is { Kind: StreamKinds.Crisis, MayBeNew: false }),
            (envelope, target, grounds) =>
            {
                var (capability, about) = envelope.Demand!.On(target);
                var crisis = target is { Kind: StreamKinds.Crisis, Exists: true } ? target : null;
                return rules.Refuse(ActorOf(envelope.Realm, envelope.By, grounds, crisis, envelope.Now), capability, about);
            }
        );

    /// <summary>Middleware: lets a read through, with on whose behalf it is; all else goes on to where it is asked.</summary>
    public static async Task Keep(HttpContext http, RequestDelegate next)
    {
        if (
            http.GetEndpoint()?.Metadata.GetMetadata<Needs>()
                is { Capability: var needs and not (Capability.BearSignedLink or Capability.SignIn) }
            && HttpMethods.IsGet(http.Request.Method)
        )
        {
            var guard = http.RequestServices.GetRequiredService<AccessGuard>();
            var (reader, refusal) = await guard.Ask(http, needs).ConfigureAwait(false);
            if (refusal is not null)
            {
                Telemetry.Refusals.Add(1, new KeyValuePair<string, object?>("code", refusal.Code));
                await ProblemResponses.Write(http, refusal).ConfigureAwait(false);
                return;
            }

            http.Features.Set(reader);
        }

        await next(http).ConfigureAwait(false);
    }

    /// <summary>Whether a reader may still see a crisis as they did: for streams that are open for hours.</summary>
    /// <param name="anew">False: by what this node knows.</param>
    public async Task<bool> StillSees(Reader reader, Guid crisisId, bool anew, CancellationToken token)
    {
        var crisis = await journals.Known(reader.Realm, StreamKinds.Crisis, crisisId, anew, token).ConfigureAwait(false);
        var actor = await Find(reader.Realm, reader.Person, crisis, token, anew).ConfigureAwait(false);
        return rules.Refuse(actor, Capability.ReadCrisis) is null && rules.OpensTexts(actor, Capability.ReadCrisis) == reader.OpensTexts;
    }

    /// <summary>Whoever reads, as they stand in a crisis (null: outside).</summary>
    public async Task<Actor> Find(Realm realm, PersonId person, StreamSnapshot? crisis, CancellationToken token, bool anew = true)
    {
        var grounds = await Task.WhenAll(
                Grounds(person, crisis is not null).Select(t => journals.Known(realm, t.Kind, t.Stream, anew, token))
            )
            .ConfigureAwait(false);
        return ActorOf(realm, person, grounds, crisis, Clock.Now(clock));
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
            var crisis = await journals.Known(reader.Realm, StreamKinds.Crisis, crisisOf(one), refresh: true, token).ConfigureAwait(false);
            if (rules.Sees(await Find(reader.Realm, reader.Person, crisis, token, anew: false).ConfigureAwait(false)))
            {
                seen.Add(one);
            }
        }

        return seen;
    }

    private async Task<(Reader? Reader, Refusal? Refusal)> Ask(HttpContext http, Capability needs)
    {
        var (realm, person, token) = (CommandBinding.RealmOf(http), CommandBinding.PersonOf(http.User), http.RequestAborted);
        StreamSnapshot? crisis = null;
        if (http.Request.RouteValues.TryGetValue("crisisId", out var route) && Guid.TryParse(route as string, out var id))
        {
            crisis = await journals.Load(realm, StreamKinds.Crisis, id, token).ConfigureAwait(false);
            if (crisis is null)
            {
                return (null, Problems.NotFound);
            }
        }

        var actor = await Find(realm, person, crisis, token).ConfigureAwait(false);
        var asked = new Reader(realm, person, OpensTexts: false, Problems.CultureOf(http.Request));
        return As(asked, actor, needs) is { } reader ? (reader, null) : (null, rules.Refuse(actor, needs));
    }

    private static ImmutableArray<Target> Grounds(PersonId person, bool inCrisis)
    {
        var standing = new Target(StreamKinds.Person, Person.StreamOf(person));
        return inCrisis ? [standing] : [standing, .. Plans.Select(p => new Target(StreamKinds.Plan, KloPlan.StreamOf(p)))];
    }

    private static Actor ActorOf(
        Realm realm,
        PersonId person,
        IReadOnlyList<StreamSnapshot> grounds,
        StreamSnapshot? crisis,
        DateTimeOffset now
    ) =>
        new(
            realm,
            person,
            grounds[0].State<Standing>(),
            [.. grounds.Skip(1).Select(g => g.State<KloPlan>())],
            crisis?.State<KloActivation>(),
            crisis?.State<CrisisReaders>() ?? CrisisReaders.Initial,
            now
        );
}
