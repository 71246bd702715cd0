using CrisisCommand.Notifications;
using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Notifications;

/// <summary>What is done next about a notice, over everything that can have been done before.</summary>
public class NoticeStepsTests
{
    private static readonly NoticeSchedule Schedule = new();
    private static readonly ReachedAt Sms = new(Channel.Sms, Text("+46701740605"));
    private static readonly ReachedAt Voice = new(Channel.Voice, Text("+46701740605"));
    private static readonly Reach Both = new(true, [Sms, Voice]);
    private static readonly CommittedText Said = Text("Du kallas in");

    // Told one a minute from noon: composed at 12.01, and waiting for an answer until 12.20.
    private static readonly NoticeComposed Composed = new(
        Vd,
        NoticePurpose.Summons,
        Id(7),
        7,
        Id(1001),
        null,
        FunctionKey.CrisisLeader,
        Noon.AddMinutes(20)
    );

    [Fact]
    public void The_first_channel_is_tried_first() => Next(At(1)).ShouldBe(new NoticeStep.Attempt(Sms, 1));

    [Fact]
    public void An_attempt_under_way_is_left_alone_and_then_taken_for_lost()
    {
        Next(At(2).AddSeconds(19), Attempted(Sms)).ShouldBe(new NoticeStep.Wait(At(2).AddSeconds(20)));
        Next(At(2).AddSeconds(20), Attempted(Sms))
            .ShouldBe(new NoticeStep.Repeat(new NoticeAttempt(Channel.Sms, 1, Sms.Address, Said, At(2))));
        // Made again, it is under way again.
        Next(At(3).AddSeconds(19), Attempted(Sms), new NoticeAttemptRepeated(Channel.Sms, 1))
            .ShouldBe(new NoticeStep.Wait(At(3).AddSeconds(20)));
    }

    [Fact]
    public void A_failed_attempt_is_made_anew_when_its_time_has_come()
    {
        var failed = Failed(NoticeFailure.Faulty, At(4));
        Next(At(3), Attempted(Sms), failed).ShouldBe(new NoticeStep.Wait(At(4)));
        Next(At(4), Attempted(Sms), failed).ShouldBe(new NoticeStep.Attempt(Sms, 2));
    }

    [Fact]
    public void A_channel_given_up_gives_way_to_the_next_at_once() =>
        Next(At(3), Attempted(Sms), Failed(NoticeFailure.Gone, null)).ShouldBe(new NoticeStep.Attempt(Voice, 1));

    [Fact]
    public void A_number_that_was_registered_meanwhile_is_tried_and_the_old_one_is_not()
    {
        var other = new ReachedAt(Channel.Sms, Text("+46701740699"));
        NextBy(At(4), new(true, [other]), null, Attempted(Sms), Failed(NoticeFailure.Faulty, At(4)))
            .ShouldBe(new NoticeStep.Attempt(other, 1));
    }

    [Fact]
    public void What_was_taken_and_stays_unanswered_makes_the_next_channel_try()
    {
        var taken = new NoticeAccepted(Channel.Sms, 1, null);
        Next(At(3), Attempted(Sms), taken).ShouldBe(new NoticeStep.Wait(At(4)));
        Next(At(4), Attempted(Sms), taken).ShouldBe(new NoticeStep.Attempt(Voice, 1));
        // After the time to answer has passed the next person is summoned: this one is left in peace.
        Next(At(20), Attempted(Sms), taken, Attempted(Voice), Failed(NoticeFailure.Gone, null)).ShouldBe(new NoticeStep.Wait(At(80)));
        NextBy(At(4), new(true, [Sms]), null, Attempted(Sms), taken).ShouldBe(new NoticeStep.Wait(At(80)));
    }

    [Fact]
    public void What_an_exercise_recorded_is_recorded_once() =>
        Next(At(10), Attempted(Sms), new NoticeRecorded(Channel.Sms, 1)).ShouldBe(new NoticeStep.Wait(At(80)));

    [Fact]
    public void What_waits_for_no_answer_is_done_when_it_is_out() =>
        Fold.Of<Notice>(Of(Composed with { AnswerBy = null }, Attempted(Sms), new NoticeAccepted(Channel.Sms, 1, null)))
            .Next(Both, null, Schedule, At(3))
            .ShouldBe(new NoticeStep.Done());

    [Fact]
    public void When_no_channel_is_left_a_person_has_to_call()
    {
        NextBy(At(1), new(false, []), null).ShouldBe(new NoticeStep.PassToOperator(OperatorReason.NoChannel));
        NextBy(At(1), new(true, []), null).ShouldBe(new NoticeStep.PassToOperator(OperatorReason.NotConfigured));
        NextBy(At(3), new(true, [Sms]), null, Attempted(Sms), Failed(NoticeFailure.Refused, null))
            .ShouldBe(new NoticeStep.PassToOperator(OperatorReason.Exhausted));
        NextBy(At(3), new(false, []), null, new NoticePassedToOperator(OperatorReason.NoChannel)).ShouldBe(new NoticeStep.Wait(At(80)));
    }

    [Theory]
    [InlineData(NoticeEnding.Answered)]
    [InlineData(NoticeEnding.StoodDown)]
    public void What_is_settled_ends_whatever_was_about_to_happen(NoticeEnding why)
    {
        NextBy(At(1), Both, why).ShouldBe(new NoticeStep.End(why));
        NextBy(At(2), Both, why, Attempted(Sms)).ShouldBe(new NoticeStep.End(why));
        NextBy(At(3), Both, why, Attempted(Sms), Failed(NoticeFailure.Faulty, At(4))).ShouldBe(new NoticeStep.End(why));
        NextBy(At(2), Both, why, new NoticeEnded(why)).ShouldBe(new NoticeStep.Done());
    }

    [Fact]
    public void A_result_that_comes_after_the_end_is_kept_and_changes_nothing()
    {
        var notice = Fold.Of<Notice>(
            Of(Composed, Attempted(Sms), new NoticeEnded(NoticeEnding.Answered), new NoticeAccepted(Channel.Sms, 1, null))
        );
        (notice.IsOver, notice.Attempts.Single().Result).ShouldBe((true, AttemptResult.Accepted));
        notice.Next(Both, null, Schedule, At(9)).ShouldBe(new NoticeStep.Done());
    }

    [Fact]
    public void Whoever_was_reached_by_the_operator_is_called_no_more()
    {
        NoticePassedToOperator passed = new(OperatorReason.Exhausted);
        Fold.Of<Notice>(Of(Composed, passed, new NoticeCalled(CallOutcome.NoAnswer))).IsWaiting.ShouldBeTrue();
        var reached = Fold.Of<Notice>(Of(Composed, passed, new NoticeCalled(CallOutcome.Reached)));
        (reached.IsWaiting, reached.IsOver).ShouldBe((false, true));
    }

    [Theory]
    [InlineData(1, null, 5)]
    [InlineData(2, null, 30)]
    [InlineData(3, null, 120)]
    [InlineData(4, null, null)]
    [InlineData(1, 60, 60)]
    [InlineData(2, 10, 30)]
    [InlineData(1, 301, null)]
    public void Each_wait_is_longer_and_never_shorter_than_the_provider_asked(int attempt, int? asked, int? seconds) =>
        Schedule
            .RetryAt(attempt, NoticeFailure.Throttled, asked is { } s ? TimeSpan.FromSeconds(s) : null, Noon)
            .ShouldBe(seconds is { } after ? Noon.AddSeconds(after) : null);

    [Theory]
    [InlineData(NoticeFailure.Refused)]
    [InlineData(NoticeFailure.Gone)]
    [InlineData(NoticeFailure.AddressErased)]
    public void What_comes_no_better_a_second_time_is_not_tried_a_second_time(NoticeFailure reason) =>
        Schedule.RetryAt(1, reason, null, Noon).ShouldBeNull();

    [Theory]
    [InlineData(301, NoticeFailure.Refused)]
    [InlineData(400, NoticeFailure.Refused)]
    [InlineData(401, NoticeFailure.Refused)]
    [InlineData(408, NoticeFailure.Faulty)]
    [InlineData(410, NoticeFailure.Gone)]
    [InlineData(429, NoticeFailure.Throttled)]
    [InlineData(500, NoticeFailure.Faulty)]
    [InlineData(503, NoticeFailure.Throttled)]
    public void A_status_is_a_reason(int status, NoticeFailure reason) =>
        WebhookChannel.FailureOf((System.Net.HttpStatusCode)status, null).ShouldBe(new Delivery.Failed(reason, status));

    private static NoticeAttempted Attempted(ReachedAt target) => new(target.Channel, 1, target.Address, Said);

    private static NoticeFailed Failed(NoticeFailure reason, DateTimeOffset? retryAt) => new(Channel.Sms, 1, reason, null, retryAt);

    private static NoticeStep Next(DateTimeOffset now, params IDomainEvent[] after) => NextBy(now, Both, null, after);

    private static NoticeStep NextBy(DateTimeOffset now, Reach reach, NoticeEnding? ending, params IDomainEvent[] after) =>
        Fold.Of<Notice>(Of([Composed, .. after])).Next(reach, ending, Schedule, now);
}
