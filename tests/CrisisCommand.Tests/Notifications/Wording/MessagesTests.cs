using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CrisisCommand.Notifications;
using CrisisCommand.Notifications.Telling;
using CrisisCommand.Notifications.Wording;
using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Tests.House;
using FsCheck.Xunit;

namespace CrisisCommand.Tests.Notifications.Wording;

/// <summary>Every message in all its forms, approved in <c>Messages.approved.md</c>, and what must hold of them whatever people write.</summary>
public partial class MessagesTests
{
    private static readonly string Approved = Path.Combine(
        SourceFile.Repository,
        "tests/CrisisCommand.Tests/Notifications/Wording/Messages.approved.md"
    );

    private static readonly NoticePurpose[] Linked = [NoticePurpose.Summons, NoticePurpose.Alert, NoticePurpose.AlertSummary];

    [Fact]
    public void The_messages_are_as_approved()
    {
        var (received, beside) = (Printed(), Approved.Replace(".approved.", ".received.", StringComparison.Ordinal));
        if (received == (File.Exists(Approved) ? File.ReadAllText(Approved) : ""))
        {
            File.Delete(beside);
            return;
        }

        File.WriteAllText(beside, received);
        Assert.Fail(
            $"The messages have changed. Compare\n  diff {Approved} {beside}\nand approve what is meant:\n  mv {beside} {Approved}"
        );
    }

    [Fact]
    public void Every_purpose_is_among_them() =>
        Enum.GetValues<NoticePurpose>().Except(MessagesGiven.All(Written.Usual).Select(m => m.Purpose)).ShouldBeEmpty();

    [Fact]
    public void The_alarm_says_what_where_how_bad_since_when_and_until_when()
    {
        var alarm = MessagesGiven.All(Written.Usual with { Place = "Lingvägen 8, Hökarängen" }).Single(m => m.Title == "Larm");
        var form = new MessageForm(Channel.Sms, IsExercise: false, IsLinked: true, CallNumber: null);
        form.Say(alarm.Matter(SwedishOf(Written.Usual)), SwedishOf(Written.Usual))
            .ShouldBe("Gasläcka, Lingvägen 8, Hökarängen. Allvarlig. Anmäld 12:59 av TiB. Kvittera senast 13:05:");
    }

    /// <summary>Long names, other scripts, emoji, marks, breaks, signs of the extension table and of formats.</summary>
    [Property(MaxTest = 100, Arbitrary = [typeof(WrittenBy)], QuietOnSuccess = true)]
    public void Whatever_people_write_a_text_message_is_one_part_and_says_the_time_and_the_number(Written written) =>
        Faults(written).ShouldBeEmpty();

    private static IEnumerable<string> Faults(Written written) =>
        from culture in new[] { Words.Swedish, Words.English }
        let words = MessagesGiven.Words(culture, written)
        from message in MessagesGiven.All(written)
        from form in Forms(message.Purpose, MessagesGiven.LongestNumber)
        let said = form.Say(message.Matter(words), words)
        from fault in Faults(message.Purpose, form, said)
        select $"{message.Title}, {form.Channel}, {culture.Name}: {fault}: {said}";

    private static IEnumerable<string> Faults(NoticePurpose purpose, MessageForm form, string said)
    {
        if (form.Channel == Channel.Sms && Sms.Parts(said) != 1)
        {
            yield return $"{Sms.Units(said)} units";
        }

        if (form.Channel == Channel.Sms && (said.Contains('\n', StringComparison.Ordinal) || said != Sms.Of(said)))
        {
            yield return "not as it is sent";
        }

        if (!said.Contains(form.CallNumber!, StringComparison.Ordinal))
        {
            yield return "the number is gone";
        }

        if (
            purpose is NoticePurpose.Summons or NoticePurpose.Alert or NoticePurpose.Call
            && !said.Contains(MessagesGiven.Until, StringComparison.Ordinal)
        )
        {
            yield return "the time to answer is gone";
        }

        if (form.IsLinked != said.EndsWith(':'))
        {
            yield return "the link does not follow our own words";
        }

        if (Untold().Match(said) is { Success: true } key)
        {
            yield return $"{key.Value} is for no receiver";
        }
    }

    private static IEnumerable<MessageForm> Forms(NoticePurpose purpose, string number) =>
        from channel in Enum.GetValues<Channel>()
        from isExercise in new[] { false, true }
        from isLinked in Linked.Contains(purpose) && channel != Channel.Voice ? new[] { false, true } : [false]
        from isLast in Audiences.UrgencyOf(purpose) == Urgency.Mentioned ? new[] { false, true } : [false]
        select new MessageForm(channel, isExercise, isLinked, number, isLast);

    private static Words SwedishOf(Written written) => MessagesGiven.Words(Words.Swedish, written);

    private static string Printed()
    {
        var page = new StringBuilder(
            "# Every message in every form\n\nMade by MessagesTests. A text message is one part: 160 septets (GSM-7) or 70 units (UCS-2); "
                + "with the link behind it, as many as stand there.\n"
        );
        foreach (var (title, purpose, matter) in MessagesGiven.All(Written.Usual))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {title} ({purpose})\n");
            foreach (var form in Forms(purpose, MessagesGiven.Number).Where(f => !f.IsLast && (!f.IsExercise || f.Channel == Channel.Sms)))
            {
                page.Append(Printed(form, matter, Words.Swedish));
            }

            page.Append(Printed(new(Channel.Sms, false, Linked.Contains(purpose), MessagesGiven.Number), matter, Words.English));
        }

        return page.ToString();
    }

    private static string Printed(MessageForm form, Func<Words, Matter> matter, CultureInfo culture)
    {
        var words = MessagesGiven.Words(culture, Written.Usual);
        var said = form.Say(matter(words), words);
        var name =
            $"{form.Channel} {culture.TwoLetterISOLanguageName}{(form.IsExercise ? ", exercise" : "")}{(form.IsLinked ? ", link" : "")}";
        return form.Channel switch
        {
            Channel.Sms => $"* {name}, {Measured(said, form)}: {said}\n",
            Channel.Voice => $"* {name}: {said}\n",
            _ => $"* {name}:\n{string.Concat(said.Split('\n').Select(line => $"      {line}".TrimEnd() + "\n"))}",
        };
    }

    private static string Measured(string said, MessageForm form) =>
        form.IsLinked
            ? $"{Sms.Units(said)}, with its link {Sms.Units($"{said} {MessagesGiven.Link}")} in {Sms.Parts($"{said} {MessagesGiven.Link}")} parts"
            : $"{Sms.Units(said)}";

    /// <summary>Ids, ISO times, keys of persons and of our own code, and resources that were not found.</summary>
    [GeneratedRegex(
        @"[0-9a-f]{8}-[0-9a-f]{4}|\d{4}-\d\d-\d\d|\d\dT\d\d|[+-]\d\d:\d\d|\bdocumentation-1\b|\((vd|tib)\)|notifications\.|\{\d\}"
    )]
    private static partial Regex Untold();
}
