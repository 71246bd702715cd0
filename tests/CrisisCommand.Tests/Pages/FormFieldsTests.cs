using CrisisCommand.Pages.Frame;
using CrisisCommand.Platform.Texts;
using Microsoft.Extensions.Primitives;

namespace CrisisCommand.Tests.Pages;

public class FormFieldsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private static string Json(params (string Name, StringValues Value)[] fields)
    {
        var (content, faults) = FormFields.Read(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), Now);
        faults.ShouldBeEmpty();
        return content.ToJsonString();
    }

    [Fact]
    public void Fields_are_the_commands_own() =>
        Json(("decision", " Utrym B "), ("motive", "Rök")).ShouldBe("""{"decision":"Utrym B","motive":"R\u00F6k"}""");

    [Fact]
    public void What_is_empty_is_left_out_and_what_is_the_forms_own_too() =>
        Json(("text", "x"), ("why", "  "), ("_key", "k"), ("__RequestVerificationToken", "t")).ShouldBe("""{"text":"x"}""");

    [Fact]
    public void What_the_form_clears_is_null_where_it_is_empty() =>
        Json(("executor", ""), ("dueAt:minutes", "15"), ("_clears", "executor dueAt basis"))
            .ShouldBe("""{"executor":null,"dueAt":"2026-11-25T12:15:00Z","basis":null}""");

    [Fact]
    public void A_list_has_every_value_that_was_marked() =>
        Json(("basis:list", new StringValues(["a", "b"]))).ShouldBe("""{"basis":["a","b"]}""");

    [Fact]
    public void Numbers_are_numbers() => Json(("decisionNumber:number", "3")).ShouldBe("""{"decisionNumber":3}""");

    [Fact]
    public void A_flag_is_what_its_button_says() =>
        Json(("verified:flag", "true"), ("closed:flag", "false")).ShouldBe("""{"verified":true,"closed":false}""");

    [Fact]
    public void Flags_are_true_or_false() =>
        Json(("verified:flag", "true"), ("open:flag", "no")).ShouldBe("""{"verified":true,"open":false}""");

    /// <summary>"In 15 minutes" is another instant a second later, and the same form all the same.</summary>
    [Fact]
    public void The_same_form_is_told_by_what_was_typed_whatever_the_time()
    {
        static byte[] Sent(params (string Name, string Value)[] fields) =>
            FormFields.Sent(fields.Select(f => KeyValuePair.Create(f.Name, new StringValues(f.Value))));
        Sent(("_key", "a"), ("eta:minutes", "15")).ShouldBe(Sent(("_key", "b"), ("eta:minutes", "15")));
        Sent(("eta:minutes", "15")).ShouldNotBe(Sent(("eta:minutes", "30")));
    }

    [Fact]
    public void Minutes_count_from_now() => Json(("eta:minutes", "30")).ShouldBe("""{"eta":"2026-11-25T12:30:00Z"}""");

    [Fact]
    public void A_time_is_Stockholms() => Json(("dueAt:time", "2026-11-25T14:32")).ShouldBe("""{"dueAt":"2026-11-25T13:32:00Z"}""");

    [Theory]
    [InlineData("occurredAt:time", "kvart i tre", "pages.no-time")]
    [InlineData("occurredAt:time", "2026-03-29T02:30", "pages.no-time")] // the hour that the clock skips
    [InlineData("eta:minutes", "snart", "pages.no-number")]
    public void What_is_no_time_or_number_is_named_with_its_field(string field, string value, string code)
    {
        var (_, faults) = FormFields.Read([KeyValuePair.Create(field, new StringValues(value))], Now);
        var (pointer, fault) = faults.ShouldHaveSingleItem();
        (pointer, fault.Code).ShouldBe(($"#/{field.Split(':')[0]}", code));
    }

    /// <summary>The night of 25 October 2026 has two 02:30; a log is written of what just was.</summary>
    [Theory]
    [InlineData("2026-10-25T00:45:00Z", "2026-10-25T00:30:00Z")] // between them: the first, which has been
    [InlineData("2026-10-25T01:45:00Z", "2026-10-25T01:30:00Z")] // after both: the later
    [InlineData("2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z")] // before both: the next that comes
    public void Of_two_times_that_read_alike_it_is_the_last_that_has_been(string now, string expected) =>
        FormFields
            .LocalTime("2026-10-25T02:30", DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
}
