using System.Diagnostics;
using CrisisCommand.Access;
using CrisisCommand.IntegrationTests.Access;
using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.IntegrationTests.Boards;

/// <summary>
/// A stream ends with the right to it, on whichever node that was taken away: within a second, where it used to be read anew once in ten.
/// The other node here has no bell that could be heard, which is the worst case.
/// </summary>
public class WatchedRightsTests(Product product, ITestOutputHelper output)
{
    /// <summary>A second is the promise; the rest is for a machine that has other things to do.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);

    [Theory]
    [InlineData("/api/live/crises/{0}/board/stream")]
    [InlineData("/live/crises/{0}/stream")]
    [InlineData("/live/crises/{0}/moves")]
    public async Task Whoever_is_shut_out_here_watches_nothing_more(string path)
    {
        var (reader, crisis) = await Auditor();
        using var stream = await StreamReading.Open(reader, product.Http, string.Format(null, path, crisis));
        await stream.Has("id: ");

        await EndsAfter(stream, () => product.AppendTo(reader, "live", ShutOut(reader)));
    }

    [Fact]
    public async Task Whoever_is_shut_out_on_another_node_watches_nothing_more()
    {
        var (reader, crisis) = await Auditor();
        using var stream = await Open(reader, crisis);

        await EndsAfter(stream, () => OnAnotherNode(StreamKinds.Person, StreamOf(reader), ShutOut(reader)));
    }

    [Fact]
    public async Task A_role_that_is_taken_on_another_node_takes_the_streams_with_it()
    {
        var (reader, crisis) = await Auditor();
        using var stream = await Open(reader, crisis);

        await EndsAfter(
            stream,
            () => OnAnotherNode(StreamKinds.Person, StreamOf(reader), new RoleRevoked(new(reader.Person), StandingRole.Auditor))
        );
    }

    [Fact]
    public async Task A_reader_dismissed_on_another_node_watches_nothing_more_and_is_not_told_of_it()
    {
        var reader = await product.Newcomer("reader");
        var crisis = await (await product.As("vd")).DeclareCrisis();
        await product.Append(Realm.Live, new(StreamKinds.Crisis, crisis), new ReaderAdmitted(new(reader.Person), WithTexts: true));
        using var stream = await Open(reader, crisis);

        await EndsAfter(stream, () => OnAnotherNode(StreamKinds.Crisis, crisis, new ReaderDismissed(new(reader.Person))));
        (await reader.Get($"/crises/{crisis}/board/stream")).ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    /// <summary>Sibling: the right does not end, but it becomes another. What was open shows more than they may see now.</summary>
    [Fact]
    public async Task A_reader_who_may_read_the_words_no_more_is_not_left_with_a_stream_that_has_them()
    {
        var reader = await product.Newcomer("reader");
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        var target = new Target(StreamKinds.Crisis, crisis);
        await product.Append(Realm.Live, target, new ReaderAdmitted(new(reader.Person), WithTexts: true));
        using var stream = await Open(reader, crisis);

        await EndsAfter(stream, () => product.Append(Realm.Live, target, new ReaderAdmitted(new(reader.Person), WithTexts: false)));
        using var again = await Open(reader, crisis);
        (await vd.Post($"/crises/{crisis}/situation", new { text = "Hemligt läge" })).ShouldBe(System.Net.HttpStatusCode.Created);
        await again.Has("[maskad]");
        again.Holds("Hemligt läge").ShouldBeFalse();
    }

    /// <summary>Sibling: everybody else goes on watching, whatever happens to one.</summary>
    [Fact]
    public async Task Nobody_else_loses_their_stream()
    {
        var (reader, crisis) = await Auditor();
        var other = await product.Newcomer("auditor", StandingRole.Auditor);
        using var ended = await Open(reader, crisis);
        using var goesOn = await Open(other, crisis);

        await EndsAfter(ended, () => product.AppendTo(reader, "live", ShutOut(reader)));
        await (await product.As("vd")).Post($"/crises/{crisis}/situation", new { text = "Det går vidare" });
        await goesOn.Has("Det går vidare");
        ended.Holds("Det går vidare").ShouldBeFalse();
    }

    private async Task<(Caller Reader, Guid Crisis)> Auditor() =>
        (await product.Newcomer("auditor", StandingRole.Auditor), await (await product.As("vd")).DeclareCrisis());

    private async Task<StreamReading> Open(Caller reader, Guid crisis)
    {
        var stream = await StreamReading.Open(reader, product.Http, $"/api/live/crises/{crisis}/board/stream");
        await stream.Has("id: ");
        return stream;
    }

    private async Task EndsAfter(StreamReading stream, Func<Task> fact)
    {
        stream.Ended.IsCompleted.ShouldBeFalse();
        await fact();
        var told = Stopwatch.GetTimestamp();
        var ended = await stream.Ended.WaitAsync(TimeSpan.FromSeconds(20));
        var took = Stopwatch.GetElapsedTime(told, Math.Max(told, ended));
        output.WriteLine($"ended after {took.TotalMilliseconds:F0} ms");
        took.ShouldBeLessThan(Soon);
    }

    private async Task OnAnotherNode(string kind, Guid stream, IDomainEvent fact)
    {
        await using var other = new OtherNode(product);
        await other.Append(kind, stream, fact);
    }

    private static Guid StreamOf(Caller person) => Person.StreamOf(new(person.Person));

    private static AccessClosed ShutOut(Caller person) => new(new(person.Person), CommittedText.Commit("Telefonen är stulen"));
}
