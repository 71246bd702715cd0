using CrisisCommand.Kit;
using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Kit.KitGiven;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Kit;

public class CallListTests
{
    [Fact]
    public void The_holder_comes_first_and_the_deputies_in_order()
    {
        var plan = Plan.Functions[0] with { Deputies = [new("situation"), new("vd-1")] };
        var function = Calls().Of(plan);
        (function.Name, string.Join(", ", function.Order.Select(p => p.Name))).ShouldBe(
            ("Krisledare (VD)", "Alva Berg, Omar Haddad, Nils Ask")
        );
    }

    /// <summary>Calls to the office first, then messages to the first number; then what else is registered.</summary>
    [Fact]
    public void Numbers_come_in_the_persons_own_order_each_once() =>
        Calls()
            .Of(Analyst.Key)
            .Numbers.ShouldBe([
                new("08-465 00 10", false),
                new("070-174 06 06", true),
                new("070-174 06 07", false),
                new("+49 1512 3456789", false),
            ]);

    [Fact]
    public void A_number_for_messages_and_calls_is_one() => Calls().Of(Leader.Key).Numbers.ShouldBe([new("070-174 06 05", false)]);

    [Fact]
    public void Whoever_is_not_registered_is_shown_by_id_and_without_a_number()
    {
        var nobody = Calls().Of(new PersonId("situation-1"));
        (nobody.Name, nobody.Numbers.Count).ShouldBe(("situation-1", 0));
    }

    [Fact]
    public void A_number_that_is_not_there_says_so()
    {
        var person = Leader with { Phone = CommittedText.Stored(Text("+46701740699").Commitment) };
        new CallList([person], Speaks()).Of(person.Key).Numbers.ShouldBe([new(Words.Missing, false)]);
    }

    [Fact]
    public void Who_is_on_duty_stands_with_who_comes_next()
    {
        var duty = Calls().Of(Roster, Noon.AddHours(1));
        (duty.Layer, duty.Until, duty.From).ShouldBe(("Chef i beredskap", Noon.AddHours(8), Noon.AddHours(8)));
        (duty.Now.Single().Name, duty.Next.Single().Name).ShouldBe(("Nils Ask", "Omar Haddad"));
        var gap = Calls().Of(Roster, Noon.AddHours(20));
        (gap.Now.Count, gap.Until, gap.Next.Count).ShouldBe((0, null, 0));
    }

    [Theory]
    [InlineData("+46701740605", "070-174 06 05")]
    [InlineData("+4684650010", "08-465 00 10")]
    [InlineData("+4791234567", "+47 91 23 45 67")]
    [InlineData("växeln", "växeln")]
    public void A_number_is_written_as_it_is_dialled(string stored, string dialled) => Addresses.Dialled(stored).ShouldBe(dialled);

    [Theory]
    [InlineData("", 4, "normal", "")]
    [InlineData("?sheets=50&plan=wartime", 50, "wartime", "")]
    [InlineData("?sheets=1", 1, "normal", "")]
    [InlineData("?sheets=0", 0, "", "kit.invalid-sheets")]
    [InlineData("?sheets=51", 0, "", "kit.invalid-sheets")]
    [InlineData("?sheets=four", 0, "", "kit.invalid-sheets")]
    [InlineData("?plan=Höjd beredskap", 0, "", "kit.unknown-plan")]
    public void What_is_asked_for_is_printed_or_refused(string query, int sheets, string plan, string code)
    {
        var (request, refusal) = KitRequest.Read(Query(query));
        (refusal?.Code ?? "").ShouldBe(code);
        (request?.Sheets ?? 0, request?.Plan.Value ?? "").ShouldBe((sheets, plan));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 1)]
    [InlineData(5, 2)]
    [InlineData(50, 13)]
    public void Sheets_are_numbered_and_so_are_their_lines(int sheets, int forms)
    {
        var kit = KitGiven.Kit(sheets: sheets);
        kit.Forms.ShouldBe(forms);
        kit.LogSheets.Select(s => s.Number).ShouldBe(Enumerable.Range(1, sheets));
        kit.LogSheets.SelectMany(s => s.LineNumbers).ShouldBe(Enumerable.Range(1, sheets * LogSheet.Lines));
    }
}
