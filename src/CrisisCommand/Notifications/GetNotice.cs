using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using CrisisCommand.Sending;

namespace CrisisCommand.Notifications;

public static class GetNoticeEndpoint
{
    /// <summary>One notice: what was said to whom, by which channels, and what became of each attempt.</summary>
    public static void MapGetNotice(this IEndpointRouteBuilder api) =>
        api.MapGet("/notices/{noticeId:guid}", Get).Read<NoticeShown>("GetNotice", "Notifications", SendingCapabilities.ReadNotices);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid noticeId,
        Journals journals,
        NoticeReading reading,
        CancellationToken token
    )
    {
        var reader = Reader.Of(http);
        if (await journals.Load(reader.Realm, StreamKinds.Notice, noticeId, token) is not { } stream)
        {
            return Answers.Problem(Problems.NotFound);
        }

        var shown = await reading.Show(reader, [(noticeId, stream.State<Notice>())], token);
        return Answers.Versioned(http, shown[0], stream.Version);
    }
}
