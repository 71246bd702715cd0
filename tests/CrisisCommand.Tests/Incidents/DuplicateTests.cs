using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Reference;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Incidents;

/// <summary>One incident that came in twice.</summary>
public class DuplicateTests
{
    private static readonly Guid One = Id(1);
    private static readonly Guid Other = Id(2);
    private static readonly IncidentReported Reported = new(new IncidentKind("fire"), Text("Ekholmen 3"), null, null, Text("Rök"));
    private static readonly MarkDuplicate Mark = new(Other);
    private static readonly WithdrawDuplicate Withdraw = new(Text("Det är grannhuset"));

    [Fact]
    public void It_is_marked_once_on_both()
    {
        var first = Given().Twice(now => Mark.Decide(now, One, Given())).ThenNothing();
        first.Events.ShouldBe([new IncidentMarkedDuplicate(Other)]);
        var (stream, events) = first.Elsewhere.ShouldHaveSingleItem();
        (stream, events.Single()).ShouldBe((Other, (IDomainEvent)new IncidentDoubled(One)));
        Given(new IncidentDoubled(One)).Duplicates.ShouldBe([One]);
        // Whoever marks it has it.
        Given(new IncidentMarkedDuplicate(Other)).Handler.ShouldBe(Vd);
    }

    [Fact]
    public void It_is_taken_back_once_on_both()
    {
        var first = Given(new IncidentMarkedDuplicate(Other))
            .Twice(now => Withdraw.Decide(now, One))
            .ThenRefused(IncidentRefusals.NoDuplicate);
        first.Events.ShouldBe([new IncidentDuplicateWithdrawn(Other, Withdraw.Why)]);
        first.Elsewhere.ShouldHaveSingleItem().Events.ShouldBe([new IncidentDoublingWithdrawn(One)]);
        Given(new IncidentDoubled(One), new IncidentDoublingWithdrawn(One)).Duplicates.ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_is_led_from_one_duplicate_to_the_next()
    {
        new MarkDuplicate(One).Decide(Given(), One, Given()).ShouldBeRefused(IncidentRefusals.DuplicateOfItself);
        Mark.Decide(Given(), One, null).ShouldBeRefused(IncidentRefusals.UnknownOriginal);
        Mark.Decide(Given(), One, Given(new IncidentMarkedDuplicate(Id(3)))).ShouldBeRefused(IncidentRefusals.DuplicateOfDuplicate);
        Mark.Decide(Given(new IncidentMarkedDuplicate(Id(3))), One, Given()).ShouldBeRefused(IncidentRefusals.DuplicateAlready);
        Mark.Decide(Given(new IncidentDoubled(Id(3))), One, Given()).ShouldBeRefused(IncidentRefusals.HasDuplicates);
        Mark.Decide(Given(new IncidentClosed(Text("Över"))), One, Given()).ShouldBeRefused(IncidentRefusals.Closed);
        Mark.Decide(Given(), One, Given(new IncidentClosed(Text("Över")))).ShouldBeRefused(IncidentRefusals.OriginalNotOpen);
    }

    private static Incident Given(params IDomainEvent[] events) => State<Incident>([Reported, .. events]);
}
