using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Notifications;

/// <summary>The gateway that text messages and calls are handed to; without an address there is none.</summary>
public sealed class WebhookOptions
{
    public Uri? Url { get; init; }

    /// <summary>Of Standard Webhooks, <c>whsec_…</c>.</summary>
    public string? Secret { get; init; }

    public bool IsSetUp => Url is not null;

    public bool IsFit => !IsSetUp || (Url is { IsAbsoluteUri: true, Scheme: "http" or "https" } && StandardWebhooks.Of(Secret) is not null);
}

/// <summary>
/// Text messages and calls by one signed HTTP request (Standard Webhooks 1.0.0), whoever the provider is. The address is the operator's own
/// configuration and no user's, so it is not checked for where it leads; redirects, which the other side would choose, are not followed.
/// </summary>
public sealed class WebhookChannel(WebhookOptions options, IHttpClientFactory clients, NoticeSchedule schedule, TimeProvider clock)
    : INoticeChannel
{
    public const string Client = "notices";
    private const int MaxAnswer = 16 * 1024;

    private readonly StandardWebhooks? _signatures = StandardWebhooks.Of(options.Secret);

    public bool IsSetUp => options.IsSetUp && _signatures is not null;

    public async Task<Delivery> Send(Outbound message, CancellationToken token)
    {
        using var patience = new CancellationTokenSource(schedule.Timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, token);
        try
        {
            using var request = Request(message);
            using var response = await clients
                .CreateClient(Client)
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            return response.IsSuccessStatusCode
                ? new Delivery.Accepted(await ReferenceOf(response, both.Token))
                : FailureOf(response.StatusCode, Asked(response.Headers.RetryAfter));
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return new Delivery.Failed(NoticeFailure.NoAnswer);
        }
        catch (HttpRequestException)
        {
            return new Delivery.Failed(NoticeFailure.Unreachable);
        }
    }

    /// <summary>What a status is to us. A message that is refused goes no better a second time, and the next channel is waiting.</summary>
    public static Delivery.Failed FailureOf(HttpStatusCode status, TimeSpan? asked) =>
        new(
            (int)status switch
            {
                410 => NoticeFailure.Gone,
                429 or 503 => NoticeFailure.Throttled,
                408 or 425 or >= 500 => NoticeFailure.Faulty,
                _ => NoticeFailure.Refused,
            },
            (int)status,
            asked
        );

    private HttpRequestMessage Request(Outbound message)
    {
        var id = $"msg_{message.MessageId}";
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject
            {
                ["channel"] = JsonNamingPolicy.KebabCaseLower.ConvertName(message.Channel.ToString()),
                ["to"] = message.To,
                ["text"] = message.Followed(message.Words),
                ["language"] = Words.Swedish.TwoLetterISOLanguageName,
                ["noticeId"] = message.NoticeId.ToString(),
            }
        );
        var now = clock.GetUtcNow();
        var request = new HttpRequestMessage(HttpMethod.Post, options.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add(StandardWebhooks.IdHeader, id);
        request.Headers.Add(StandardWebhooks.TimestampHeader, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(StandardWebhooks.SignatureHeader, _signatures!.Sign(id, now, body));
        return request;
    }

    /// <summary>RFC 9110 §10.2.3: seconds, or a date.</summary>
    private TimeSpan? Asked(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date ? TimeSpan.FromTicks(Math.Max((date - clock.GetUtcNow()).Ticks, 0)) : null);

    /// <summary>The <c>id</c> of a JSON answer. The message is taken whatever the answer's body is.</summary>
    private static async Task<ProviderReference?> ReferenceOf(HttpResponseMessage response, CancellationToken token)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/json")
        {
            return null;
        }

        try
        {
            await response.Content.LoadIntoBufferAsync(MaxAnswer, token);
            var answer = await response.Content.ReadAsByteArrayAsync(token);
            return JsonNode.Parse(answer) is JsonObject body && body["id"] is JsonValue id ? References.Of(id.ToString()) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }
}
