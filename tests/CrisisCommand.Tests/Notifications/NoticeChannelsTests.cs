using CrisisCommand.Notifications;
using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Notifications;

/// <summary>The one place where a realm meets a provider.</summary>
public class NoticeChannelsTests
{
    private static readonly Realm Exercise = new("ovning");
    private static readonly NoticeSchedule Schedule = new();
    private static readonly Person Kim = State<Person>(
        new PersonRegistered(new("kim"), Text("Kim"), null, Text("+46701740605"), Text("kim@bostad.example"))
    );

    public static TheoryData<Channel> All => [.. Enum.GetValues<Channel>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_channel_of_an_exercise_is_the_recorder_whatever_is_set_up(Channel channel)
    {
        SetUp.Of(Exercise, channel).ShouldBeOfType<ExerciseRecorder>();
        Bare.Of(Exercise, channel).ShouldBeOfType<ExerciseRecorder>();
        // The control: the same channel of the live realm is a real one.
        SetUp.Of(Realm.Live, channel).ShouldNotBeNull().ShouldNotBeOfType<ExerciseRecorder>();
        Bare.Of(Realm.Live, channel).ShouldBeNull();
    }

    [Fact]
    public void A_person_is_reached_by_what_is_set_up_in_their_order()
    {
        SetUp.Reach(Realm.Live, Kim).Targets.Select(t => t.Channel).ShouldBe([Channel.Sms, Channel.Voice, Channel.Email]);
        var bare = Bare.Reach(Realm.Live, Kim);
        (bare.Known, bare.Targets.Length).ShouldBe((true, 0));
        Bare.Reach(Exercise, Kim).Targets.Length.ShouldBe(3);
        SetUp.Reach(Realm.Live, null).Known.ShouldBeFalse();
    }

    [Fact]
    public void A_message_has_one_id_for_each_number_however_often_it_is_sent()
    {
        var (sms, voice) = (Kim.Channels.First(), Kim.Channels.ElementAt(1));
        Outbound.IdOf(Id(1), sms).ShouldBe(Outbound.IdOf(Id(1), sms));
        new[] { Outbound.IdOf(Id(1), sms), Outbound.IdOf(Id(1), voice), Outbound.IdOf(Id(2), sms) }.ShouldBeUnique();
    }

    private static NoticeChannels SetUp { get; } =
        Channels(
            new SmtpOptions { Host = "mail.example", From = "kris@bostad.example" },
            new WebhookOptions { Url = new("https://gateway.example/"), Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" }
        );

    private static NoticeChannels Bare { get; } = Channels(new(), new());

    private static NoticeChannels Channels(SmtpOptions smtp, WebhookOptions webhook) =>
        new(
            new ExerciseRecorder(),
            new EmailChannel(smtp, Schedule, TimeProvider.System),
            new WebhookChannel(webhook, null!, Schedule, TimeProvider.System)
        );
}
