using CrisisCommand.Alarms;
using CrisisCommand.Notifications;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Pages.Start;

/// <summary>Whom the operator has to call: about messages that reached nobody, and about alarms that were refused.</summary>
/// <param name="All">How many there are, of whom those shown are the first.</param>
public sealed record CallsToMake<T>(IReadOnlyList<T> First, int All);

/// <summary>Reads whom to call, each by the right that it asks for.</summary>
public sealed class StartCalls(WaitingCalls calls, RefusedReading refused)
{
    /// <summary>Null where the reader has no such calls to make.</summary>
    public async Task<CallsToMake<NoticeShown>?> Notices(Reader? reader, CancellationToken token)
    {
        if (reader is null)
        {
            return null;
        }

        var (first, all) = await calls.Of(reader, ShowCallsEndpoint.Most, token);
        return new(first, all);
    }

    /// <summary>Null where the reader may not know of them.</summary>
    public async Task<CallsToMake<RefusedSenderShown>?> Refused(Reader? reader, CancellationToken token)
    {
        if (reader is null)
        {
            return null;
        }

        var (first, all) = await refused.Oldest(reader, ShowRefusedAlarmsEndpoint.Most, token);
        return new(first, all);
    }
}
