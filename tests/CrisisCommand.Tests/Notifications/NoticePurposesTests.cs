using CrisisCommand.Klo;
using CrisisCommand.Notifications;
using CrisisCommand.Platform;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Notifications;

public class NoticePurposesTests
{
    private static readonly Notice Summoned = Fold.Of<Notice>(
        Facts(new NoticeComposed(Writer, NoticePurpose.Summons, Guid.Empty, 3, Guid.Empty, null, Documentation, WriterSummoned.AnswerBy))
    );

    [Fact]
    public void Who_is_summoned_is_told_and_nobody_else() =>
        Wanted(WriterSummoned, Noon).ShouldBe([new NoticeWanted(Writer, NoticePurpose.Summons, Documentation, WriterSummoned.AnswerBy)]);

    [Fact]
    public void Events_read_anew_ring_no_phone_about_what_passed_long_ago()
    {
        Wanted(WriterSummoned, WriterSummoned.AnswerBy.AddMinutes(60)).ShouldNotBeEmpty();
        Wanted(WriterSummoned, WriterSummoned.AnswerBy.AddMinutes(61)).ShouldBeEmpty();
        NoticePurposes.WantedBy(Fact(WriterSummoned), After(StoodDown), Noon).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_else_tells_anybody() =>
        Wanted(new SummonsAnswered(Documentation, Writer, SummonsAnswer.Coming, null), Noon).ShouldBeEmpty();

    [Fact]
    public void Every_cause_wants_somebody_told_and_wakes_the_subscription()
    {
        foreach (var cause in NoticePurposes.Causes)
        {
            var sample = House.Sample.Of(cause);
            NoticePurposes.WantedBy(Fact(sample), KloActivation.Initial, House.Sample.Noon).ShouldNotBeEmpty(cause.Name);
        }

        foreach (var followed in NoticePurposes.Causes.Concat(NoticePurposes.Settlers))
        {
            House.Composition.Events.Single(e => e.Type == followed).WakesSubscriptions.ShouldBeTrue(followed.Name);
        }
    }

    /// <summary>A purpose whose words were forgotten would send its key.</summary>
    [Fact]
    public void Every_purpose_is_worded_for_every_channel()
    {
        foreach (var purpose in Enum.GetValues<NoticePurpose>())
        {
            var key = $"notifications.{System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(purpose.ToString())}";
            foreach (var form in new[] { "sms", "sms.link", "voice", "voice.call", "email", "email.link" })
            {
                foreach (var culture in new[] { Words.Swedish, Words.English })
                {
                    var said = new Words(culture).Say($"{key}.{form}", "Brand", "Dokumentation", "14:05", "[länk]", "+46812345678");
                    said.ShouldContain("Brand", customMessage: $"{key}.{form} in {culture.Name}");
                    said.Contains("[länk]", StringComparison.Ordinal).ShouldBe(form.EndsWith(".link", StringComparison.Ordinal), form);
                }
            }
        }
    }

    [Fact]
    public void An_answer_a_holder_or_the_end_makes_a_summons_needless()
    {
        Ending(After(), Noon).ShouldBeNull();
        Ending(After(new SummonsAnswered(Documentation, Writer, SummonsAnswer.Declined, null)), Noon).ShouldBe(NoticeEnding.Answered);
        Ending(After(new FunctionStaffed(Documentation, Writer1, Mandate.Deputy)), Noon).ShouldBe(NoticeEnding.FunctionHeld);
        Ending(After(StoodDown), Noon).ShouldBe(NoticeEnding.StoodDown);
        Ending(After(new SummonsAnswered(Documentation, Writer1, SummonsAnswer.Coming, null)), Noon).ShouldBeNull();
        Ending(After(), WriterSummoned.AnswerBy.AddMinutes(59)).ShouldBeNull();
        Ending(After(), WriterSummoned.AnswerBy.AddMinutes(60)).ShouldBe(NoticeEnding.TooLate);
    }

    private static NoticeEnding? Ending(KloActivation klo, DateTimeOffset now) => NoticePurposes.EndingOf(Summoned, klo, now);

    private static IEnumerable<NoticeWanted> Wanted(IDomainEvent happened, DateTimeOffset now) =>
        NoticePurposes.WantedBy(Fact(happened), After(), now);

    private static Fact Fact(IDomainEvent happened) => new(happened, 3, Guid.Empty, Noon, Vd);
}
