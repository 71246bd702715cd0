using System.Net;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Duty;

/// <summary>The calendar as it is sent: repeated, with persons by name and by address, and at fault.</summary>
public class RosterCalendarTests(Product product)
{
    [Fact]
    public async Task The_same_calendar_twice_is_one_roster_and_another_one_the_next_version()
    {
        var vd = await product.As("vd");
        var layer = RosterCalendars.NewLayer();
        var first = await vd.Adopt(layer, RosterCalendars.Of(RosterCalendars.Nights), "k1-" + layer);
        first.ShouldBe(HttpStatusCode.NoContent).ETag.ShouldBe("\"1\"");
        (await vd.Adopt(layer, RosterCalendars.Of(RosterCalendars.Nights), "k1-" + layer)).Replayed.ShouldBeTrue();
        (await vd.Adopt(layer, RosterCalendars.Of(RosterCalendars.Nights))).ShouldBe(HttpStatusCode.NoContent).ETag.ShouldBe("\"1\"");
        (await vd.Adopt(layer, RosterCalendars.Of(RosterCalendars.Nights.Replace("staff-1", "staff-2")))).ETag.ShouldBe("\"2\"");
        // The time from which it is in force belongs to what was sent under the key.
        var other = await vd.Adopt(layer, RosterCalendars.Of(RosterCalendars.Nights), "k1-" + layer, "?from=2027-01-01T00:00:00Z");
        other.ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "platform.idempotency-key-reused");
        (await vd.Get($"/duty/rosters/{layer}/calendar")).Bytes.ShouldBe(
            RosterCalendars.Of(RosterCalendars.Nights.Replace("staff-1", "staff-2"))
        );
    }

    [Fact]
    public async Task Persons_are_known_by_address_and_by_name()
    {
        var vd = await product.As("vd");
        var layer = RosterCalendars.NewLayer();
        var name = (await vd.Get("/duty/now")).Json["persons"]!["jour"]!.GetValue<string>();
        var address = (await vd.Get("/persons/staff-7")).Json["email"]!.GetValue<string>();
        await vd.Adopted(
            layer,
            $"DTSTART:20270101T000000Z\nDTEND:20270102T000000Z\nSUMMARY:{name}",
            $"DTSTART:20270102T000000Z\nDTEND:20270103T000000Z\nSUMMARY:[L1] {address.ToUpperInvariant()}"
        );
        (await vd.Get($"/duty/rosters/{layer}")).Json["shifts"]!
            .AsArray()
            .Select(s => s!["person"]!.GetValue<string>())
            .ShouldBe(["jour", "staff-7"]);
    }

    [Fact]
    public async Task A_calendar_at_fault_is_refused_whole_with_every_fault_and_its_place()
    {
        var vd = await product.As("vd");
        var layer = RosterCalendars.NewLayer();
        var refused = await vd.Adopt(
            layer,
            RosterCalendars.Of(
                RosterCalendars.Nights,
                RosterCalendars.Nights.Replace("DAILY", "SECONDLY"),
                "DTSTART:20270101T000000Z\nDURATION:P1D\nSUMMARY:Zlatan"
            )
        );
        refused.ShouldBeRefused(HttpStatusCode.BadRequest, "duty.calendar-faulty", "#/VEVENT/1/RRULE");
        refused.Json["errors"]!
            .AsArray()
            .Select(e => e!["pointer"]!.GetValue<string>())
            .ShouldBe(["#/VEVENT/1/RRULE", "#/VEVENT/2/SUMMARY"]);
        refused.Json["errors"]![1]!["detail"]!.GetValue<string>().ShouldContain("e2");
        (await vd.Get($"/duty/rosters/{layer}")).ShouldBeRefused(HttpStatusCode.NotFound, "duty.unknown-layer");

        (await vd.Adopt(layer, RosterCalendars.Of())).ShouldBeRefused(HttpStatusCode.BadRequest, "duty.calendar-empty");
        (await vd.Adopt(layer, "hej"u8.ToArray())).ShouldBeRefused(HttpStatusCode.BadRequest, "duty.calendar-unreadable", "line 1");
        (await vd.Adopt(layer, RosterCalendars.Of("DTSTART:20200101T000000Z\nDURATION:P1D\nSUMMARY:jour"))).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "duty.nothing-from-then"
        );
        (await vd.Put($"/duty/rosters/{layer}", "{}")).ShouldBeRefused(
            HttpStatusCode.UnsupportedMediaType,
            "platform.unsupported-media-type"
        );
    }
}
