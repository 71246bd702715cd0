using CrisisCommand.Platform;

namespace CrisisCommand.Notifications;

public static class GetNoticeEndpoint
{
    /// <summary>One notice: what was said to whom, by which channels, and what became of each attempt.</summary>
    public static void MapGetNotice(this IEndpointRouteBuilder api) =>
        api.MapGet("/notices/{noticeId:guid}", Get).Read<NoticeShown>("GetNotice", "Notifications", Capability.ReadNotices);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid noticeId,
        Journals journals,
        NoticeReading reading,
        CancellationToken token
    )
    {
        var reader = Reader.Of(http);
        if (await journals.Load(reader.Realm, StreamKinds.Notice, noticeId, token).ConfigureAwait(false) is not { } stream)
        {
            return Answers.Problem(Problems.NotFound);
        }

        var shown = await reading.Show(reader, [(noticeId, stream.State<Notice>())], token).ConfigureAwait(false);
        return Answers.Versioned(http, shown[0], stream.Version);
    }
}
