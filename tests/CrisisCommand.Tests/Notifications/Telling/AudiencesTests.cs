using System.Text;
using CrisisCommand.Notifications;
using CrisisCommand.Notifications.Telling;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Reference;
using CrisisCommand.Tests.House;

namespace CrisisCommand.Tests.Notifications.Telling;

/// <summary>Every event of the product stands in the table of who is told, approved in <c>Audiences.approved.md</c>.</summary>
public class AudiencesTests
{
    private static readonly string Approved = Path.Combine(
        SourceFile.Repository,
        "tests/CrisisCommand.Tests/Notifications/Telling/Audiences.approved.md"
    );

    [Fact]
    public void Every_event_of_the_product_stands_in_the_table() =>
        Missing(Composition.Events.Select(e => e.Type), Audiences.All).ShouldBeEmpty();

    [Fact]
    public void An_event_that_is_forgotten_is_found() =>
        Missing([typeof(NoticeComposed), typeof(NoticeEnded)], [Audience.Nobody<NoticeEnded>("…")]).ShouldBe([typeof(NoticeComposed)]);

    [Fact]
    public void Whoever_is_not_told_is_not_told_for_a_reason_and_nothing_stands_twice()
    {
        foreach (var rows in Audiences.All.GroupBy(a => a.Event))
        {
            rows.ShouldBeUnique();
            rows.All(r => r.Purpose is null == r.Because is not null && r.Purpose is null == (r.Who == Circle.Nobody)).ShouldBeTrue();
            rows.Count(r => r.Purpose is null).ShouldBeLessThanOrEqualTo(rows.Count() == 1 ? 1 : 0, rows.Key.Name);
        }
    }

    [Fact]
    public void Every_purpose_is_some_events_and_every_circle_somebodys()
    {
        Enum.GetValues<NoticePurpose>().Except(Audiences.All.Select(a => a.Purpose).OfType<NoticePurpose>()).ShouldBeEmpty();
        Enum.GetValues<Circle>().Except(Audiences.All.Select(a => a.Who)).ShouldBeEmpty();
    }

    /// <summary>No summons and no alarm can be muted, and neither can what tells of rights: whoever takes them would mute it first.</summary>
    [Fact]
    public void What_is_called_and_what_tells_of_rights_is_never_muted()
    {
        NoticePurpose[] loud =
        [
            NoticePurpose.Summons,
            NoticePurpose.Call,
            NoticePurpose.Alert,
            NoticePurpose.AlertSummary,
            NoticePurpose.StandDown,
            NoticePurpose.AlarmGraver,
            NoticePurpose.Access,
            NoticePurpose.Reach,
        ];
        loud.ShouldAllBe(p => Audiences.UrgencyOf(p) != Urgency.Mentioned);
    }

    [Fact]
    public void What_is_told_is_followed_beside_what_is_called()
    {
        new EventFollower(new TellingNews(TimeProvider.System)).Follows.ShouldBe(Audiences.OfTellings, ignoreOrder: true);
        var notices = new EventFollower(new NoticeNews()).Follows;
        Audiences.OfNotices.Concat(Audiences.OfRights).Except(notices).ShouldBeEmpty();
    }

    [Fact]
    public void The_table_is_as_approved()
    {
        var (received, beside) = (Printed(), Approved.Replace(".approved.", ".received.", StringComparison.Ordinal));
        if (received == (File.Exists(Approved) ? File.ReadAllText(Approved) : ""))
        {
            File.Delete(beside);
            return;
        }

        File.WriteAllText(beside, received);
        Assert.Fail($"Who is told has changed. Compare\n  diff {Approved} {beside}\nand approve what is meant:\n  mv {beside} {Approved}");
    }

    private static IEnumerable<Type> Missing(IEnumerable<Type> events, IEnumerable<Audience> table) =>
        events.Except(table.Select(a => a.Event));

    private static string Printed()
    {
        var words = new Words(Words.Swedish);
        var page = new StringBuilder(
            """
            # Who is told of what

            Made by AudiencesTests: every event of the product, who is told, in the words of which purpose (Messages.approved.md has them), and how.
            `Called`: one channel after the other until it is answered, then a person calls. `Told`: the channels in the person's order until one takes
            it, then a person calls. `Noted`: the same, and nobody calls. `Mentioned`: a text message or an e-mail, no call; the person may mute it, and
            gets no more than so many an hour. Whoever did it themself is not told.

            | event | who | purpose | how |
            |---|---|---|---|

            """
        );
        foreach (var row in Audiences.All.OrderBy(a => a.Event.Name, StringComparer.Ordinal))
        {
            page.Append(
                row.Purpose is { } purpose
                    ? $"| {row.Event.Name} | {row.Who} | {purpose} ({words.Of(purpose)}) | {Audiences.UrgencyOf(purpose)} |\n"
                    : $"| {row.Event.Name} | nobody | because {row.Because} | |\n"
            );
        }

        return page.ToString();
    }
}
