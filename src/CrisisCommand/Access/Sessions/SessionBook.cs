using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Access.Sessions;

/// <summary>How long a session may last.</summary>
public sealed class SessionTimes
{
    /// <summary>From signing in on, whatever happens. A crisis outlasts a shift; whoever works through it is not signed out in the middle.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(14);

    /// <summary>Without a request of the browser; a board that is open asks several times as often by itself.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromHours(6);
}

/// <summary>
/// Which sessions stand, by the journal: a cookie names one, and is worth nothing once that is over, whoever kept a copy and on whichever
/// node it is shown. The cookie holds a random word, the journal its digest.
/// </summary>
public sealed class SessionBook(Journals journals, CommandHandler handler, SessionTimes times, TimeProvider clock)
{
    public const string Claim = "session";

    private const int IdBytes = 32;

    public SessionTimes Times => times;

    /// <summary>The session of whoever calls; null where they came by something else than a cookie.</summary>
    public static Sha256? Of(ClaimsPrincipal user) =>
        user.Identity is { AuthenticationType: SessionCookie.Name } && user.FindFirstValue(Claim) is { } id
            ? Sha256.Of(Encoding.UTF8.GetBytes(id))
            : null;

    /// <returns>What the cookie is to hold.</returns>
    public async Task<string> Begin(PersonId person, CancellationToken token)
    {
        var id = RandomNumberGenerator.GetHexString(IdBytes * 2, lowercase: true);
        var until = Clock.Now(clock) + times.Longest;
        await Record(person, _ => Outcome.Happened(new SignedIn(person, Sha256.Of(Encoding.UTF8.GetBytes(id)), until)), token);
        return id;
    }

    public Task End(PersonId person, Sha256 session, CancellationToken token) =>
        Record(person, s => s.Sessions.ContainsKey(session) ? Outcome.Happened(new SignedOut(person, session)) : Outcome.Nothing, token);

    public Task EndAll(PersonId person, CancellationToken token) => Record(person, s => EndSessions.Decide(s, person), token);

    /// <summary>Those that stand now, the oldest first.</summary>
    public async Task<IReadOnlyList<Session>> Of(PersonId person, CancellationToken token)
    {
        var known = await journals.Known(Realm.Live, StreamKinds.SignIns, SignIns.StreamOf(person), refresh: true, token);
        return [.. known.State<SignIns>().At(clock.GetUtcNow())];
    }

    /// <summary>Whether a session stands.</summary>
    /// <param name="anew">False: by what this node knows; true: by what there is, or by what it knows where the database is away.</param>
    public async Task<bool> Stands(PersonId person, Sha256 session, bool anew, CancellationToken token)
    {
        var stream = SignIns.StreamOf(person);
        var rotation = journals.Cached(Realm.Live, StreamKinds.Keys, KeyRotation.Stream);
        StreamSnapshot known;
        try
        {
            known = await journals.Known(Realm.Live, StreamKinds.SignIns, stream, anew, token);
        }
        catch (Exception away) when (Problems.Of(away).Refusal == Problems.DatabaseAway)
        {
            // Whoever was in stays in while nobody can tell otherwise: what they then see is marked, and nothing can be done.
            if (journals.Cached(Realm.Live, StreamKinds.SignIns, stream) is not { } remembered)
            {
                throw;
            }

            known = remembered;
        }

        return known.State<SignIns>().Holds(session, rotation?.State<KeyRotation>().At, clock.GetUtcNow());
    }

    private async Task Record(PersonId person, Func<SignIns, Outcome> decide, CancellationToken token)
    {
        var id = Ids.New(clock).ToString();
        var handled = await handler.Carry(
            CommandContext.Internal(Realm.Live, clock, id, id) with
            {
                By = person,
            },
            new Target(StreamKinds.SignIns, SignIns.StreamOf(person), MayBeNew: true),
            (s, _) => decide(s.State<SignIns>()),
            [],
            null,
            token
        );
        if (handled is Handled.Refused(var refusal, _))
        {
            throw new InvalidInput(refusal);
        }
    }
}
