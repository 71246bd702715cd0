using System.Net;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Duty;

/// <summary>Whoever may write where a roster's calendar lies may write its digest beside it; the journal knows better.</summary>
public class AlteredCalendarTests(Product product)
{
    private const string Shift = "DTSTART:20270101T170000Z\nDTEND:20270102T080000Z\nSUMMARY:staff-1";

    [Fact]
    public async Task A_calendar_that_somebody_changed_in_the_database_is_not_handed_out_as_what_came()
    {
        var (operations, layer) = (await product.As("operator"), RosterCalendars.NewLayer());
        await operations.Adopted(layer, Shift);
        var (came, other) = (RosterCalendars.Of(Shift), RosterCalendars.Of(Shift.Replace("staff-1", "staff-2")));
        (await operations.Get($"/duty/rosters/{layer}/calendar")).ShouldBe(HttpStatusCode.OK).Bytes.ShouldBe(came);

        await Store(other);
        (await operations.Get($"/duty/rosters/{layer}/calendar")).ShouldBeRefused(HttpStatusCode.Conflict, "duty.calendar-altered");
        (await product.Http.GetStringAsync("/health/ready")).ShouldContain("were altered in the database");

        await Store(came);
        (await operations.Get($"/duty/rosters/{layer}/calendar")).ShouldBe(HttpStatusCode.OK);

        Task Store(byte[] bytes) =>
            Product.Sql(
                product.ConnectionString,
                $"""
                update crisis.mt_doc_rostercalendar set data = data || jsonb_build_object('bytes', '{Convert.ToBase64String(bytes)}')
                where data->>'layer' = '{layer}'
                """
            );
    }
}
