using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Platform.Commands;

/// <summary>
/// What is asked of every command before it is decided: whether there is what it is about, whether its sender may, whether all that it rests
/// on can be read, and whether it was confirmed against the version that stands.
/// </summary>
public sealed class CommandChecks(Journals journals, Authority authority, JournalBreaks breaks)
{
    /// <returns>What is decided, or why it is not.</returns>
    public Decision Decide(
        CommandContext context,
        Target target,
        Looked looked,
        Func<StreamSnapshot, IReadOnlyList<StreamSnapshot?>, Permits, Decision> decide
    )
    {
        var stream = looked.Streams[0] ?? journals.Empty(target.Kind, target.Stream);
        var missing = !stream.Exists && !target.MayBeNew;
        // Whether there is such a person or notice is told only to those who may do something about it; a crisis tells by who is in it.
        if (missing && target.Kind == StreamKinds.Crisis)
        {
            return new Decision.Made(Problems.NotFound, null);
        }

        var permit = Ask(context, stream, looked);
        var refusal =
            permit.Refusal is { } refused ? refused
            : missing ? Problems.NotFound
            : BreakOf(context.Realm, looked) is { } broken ? Problems.JournalBroken.With($"{broken.Version}")
            : context.IfMatch is { } match && !match.Accepts(stream.Version) ? Problems.VersionMoved
            : context.IfNoneMatch is { } none && none.Accepts(stream.Version) ? Problems.AlreadyThere
            : null;
        Permit To(Capability another) => context.Demand is null ? permit : Ask(context.Demanding(_ => (another, null)), stream, looked);
        return refusal is not null
            ? new Decision.Made(refusal, permit.Capacity)
            : decide(stream, [.. looked.Streams.Skip(1)], new(permit.Capacity, To));
    }

    /// <summary>Nobody sends our own messages, so nothing is asked of them.</summary>
    private Permit Ask(CommandContext context, StreamSnapshot stream, Looked looked) =>
        context.Demand is null ? new(Refusal: null) : authority.Ask(context, stream, looked.Grounds);

    /// <summary>Nothing is decided on a stream that cannot be read to its end.</summary>
    private JournalBreak? BreakOf(Realm realm, Looked looked) =>
        looked
            .Streams.Concat(looked.Grounds)
            .OfType<StreamSnapshot>()
            .Select(s => breaks.Of(realm, s.Id))
            .FirstOrDefault(b => b is not null);
}
