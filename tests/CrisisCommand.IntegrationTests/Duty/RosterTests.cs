using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Duty;

public class RosterTests(Product product)
{
    [Fact]
    public async Task The_seeded_rosters_say_who_is_on_duty_now()
    {
        var vd = await product.As("vd");
        var now = (await vd.Get("/duty/now")).ShouldBe(HttpStatusCode.OK).Json;
        var manager = Layer(now, "on-call-manager");

        manager["now"]!["persons"]!.ToJsonString().ShouldBe("[\"jour\"]");
        manager["name"]!.GetValue<string>().ShouldBe("Chef i beredskap");
        now["persons"]!["jour"]!.GetValue<string>().ShouldNotBeEmpty();
        foreach (var layer in new[] { "property-on-call", "contractor" })
        {
            (Layer(now, layer)["now"] ?? Layer(now, layer)["next"])!["persons"]![0]!.GetValue<string>().ShouldStartWith("staff-");
        }
    }

    [Fact]
    public async Task A_night_with_a_change_of_clock_is_shown_with_its_offsets_and_its_true_length()
    {
        var vd = await product.As("vd");
        var layer = RosterCalendars.NewLayer();
        await vd.Adopted(layer, RosterCalendars.Nights);

        var (fall, spring) = (NextChange(10), NextChange(3));
        var october = Layer((await vd.Get($"/duty/now?at={At(fall.AddHours(-2))}")).Json, layer)["now"]!["when"]!;
        (october["hours"]!.GetValue<double>(), Local(october)).ShouldBe((16, ("17:00:00+02:00", "08:00:00+01:00")));
        var march = Layer((await vd.Get($"/duty/now?at={At(spring.AddHours(-2))}")).Json, layer);
        (march["now"]!["when"]!["hours"]!.GetValue<double>(), Local(march["now"]!["when"]!)).ShouldBe(
            (14, ("17:00:00+01:00", "08:00:00+02:00"))
        );
        Local(march["next"]!["when"]!).ShouldBe(("17:00:00+02:00", "08:00:00+02:00"));
        (await vd.Get("/duty/now?at=2026-10-25T02:30:00")).ShouldBeRefused(HttpStatusCode.BadRequest, "duty.time-invalid", "at");
    }

    [Fact]
    public async Task Gaps_and_double_cover_are_told_and_the_end_of_the_roster()
    {
        var vd = await product.As("vd");
        var layer = RosterCalendars.NewLayer();
        var day = DateTimeOffset.UnixEpoch.AddDays(Math.Floor((TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalDays) + 2);
        await vd.Adopted(
            layer,
            $"DTSTART:{Ical(day)}\nDTEND:{Ical(day.AddHours(6))}\nSUMMARY:staff-1",
            $"DTSTART:{Ical(day.AddHours(4))}\nDTEND:{Ical(day.AddHours(8))}\nSUMMARY:staff-2",
            $"DTSTART:{Ical(day.AddHours(10))}\nDTEND:{Ical(day.AddHours(12))}\nSUMMARY:staff-1"
        );

        var cover = (await vd.Get($"/duty/rosters/{layer}/cover?from={At(day)}&to={At(day.AddHours(14))}"))
            .ShouldBe(HttpStatusCode.OK)
            .Json;
        Hours(cover["gaps"]!).ShouldBe([2, 2]);
        Hours(cover["doubles"]!).ShouldBe([2]);
        Hours(cover["watches"]!).Sum().ShouldBe(10);
        cover["doubles"]![0]!["persons"]!.ToJsonString().ShouldBe("[\"staff-1\",\"staff-2\"]");
        cover["rosterEndsAt"]!.GetValue<DateTimeOffset>().ShouldBe(day.AddHours(12));
        (await vd.Get($"/duty/rosters/{layer}/cover?from={At(day)}&to={At(day)}")).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "duty.window-invalid",
            "to"
        );
        (await vd.Get($"/duty/rosters/{RosterCalendars.NewLayer()}/cover")).ShouldBeRefused(HttpStatusCode.NotFound, "duty.unknown-layer");
    }

    [Fact]
    public async Task What_is_exported_is_imported_as_the_same_shifts_swaps_and_all()
    {
        var vd = await product.As("vd");
        var (layer, copy) = (RosterCalendars.NewLayer(), RosterCalendars.NewLayer());
        await vd.Adopted(layer, RosterCalendars.Nights, "DTSTART;VALUE=DATE:20270101\nDTEND;VALUE=DATE:20270201\nSUMMARY:[L2] staff-2");
        var night = NextChange(10).AddHours(-2);
        await Swapped(vd, layer, "staff-1", "staff-3", night, night.AddHours(3));

        var exported = await vd.Get($"/duty/rosters/{layer}", ("Accept", "text/calendar"));
        exported.ShouldBe(HttpStatusCode.OK).ContentType.ShouldStartWith("text/calendar");
        exported.Text.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        var roster = (await vd.Get($"/duty/rosters/{layer}")).Json;
        (await vd.Adopt(copy, exported.Bytes, query: $"?from={roster["from"]!.GetValue<string>()}")).ShouldBe(HttpStatusCode.NoContent);

        (await vd.Get($"/duty/rosters/{copy}")).Json["shifts"]!.ToJsonString().ShouldBe(roster["shifts"]!.ToJsonString());
        roster["shifts"]!.ToJsonString().ShouldContain("staff-3");
    }

    [Fact]
    public async Task A_swap_stands_until_it_is_withdrawn_and_both_twice_are_once()
    {
        var vd = await product.As("vd");
        var layer = RosterCalendars.NewLayer();
        await vd.Adopted(layer, RosterCalendars.Nights);
        var night = NextChange(10).AddHours(-2);
        var swap = new
        {
            from = "staff-1",
            to = "staff-2",
            start = night,
            end = night.AddHours(1),
        };
        var made = (await vd.Post($"/duty/rosters/{layer}/swaps", swap, "s-" + layer)).ShouldBe(HttpStatusCode.Created);
        (await vd.Post($"/duty/rosters/{layer}/swaps", swap, "s-" + layer)).Text.ShouldBe(made.Text);
        (await vd.Post($"/duty/rosters/{layer}/swaps", swap)).ShouldBeRefused(HttpStatusCode.Conflict, "duty.not-on-duty", "#/from");
        (await vd.Post($"/duty/rosters/{layer}/swaps", swap with { to = "nobody" })).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "duty.unknown-person",
            "#/to"
        );
        Layer((await vd.Get($"/duty/now?at={At(night)}")).Json, layer)["now"]!["persons"]!.ToJsonString().ShouldBe("[\"staff-2\"]");

        var id = made.Json["swapId"]!.GetValue<Guid>();
        (await vd.Delete($"/duty/rosters/{layer}/swaps/{id}")).ShouldBe(HttpStatusCode.NoContent).ETag.ShouldBe("\"3\"");
        (await vd.Delete($"/duty/rosters/{layer}/swaps/{id}")).ShouldBe(HttpStatusCode.NoContent).ETag.ShouldBe("\"3\"");
        (await vd.Delete($"/duty/rosters/{layer}/swaps/{Fresh.Id()}")).ShouldBeRefused(HttpStatusCode.NotFound, "duty.unknown-swap");
        Layer((await vd.Get($"/duty/now?at={At(night)}")).Json, layer)["now"]!["persons"]!.ToJsonString().ShouldBe("[\"staff-1\"]");
    }

    private static async Task Swapped(Caller caller, string layer, string from, string to, DateTimeOffset start, DateTimeOffset end) =>
        (
            await caller.Post(
                $"/duty/rosters/{layer}/swaps",
                new
                {
                    from,
                    to,
                    start,
                    end,
                }
            )
        ).ShouldBe(HttpStatusCode.Created);

    private static JsonNode Layer(JsonNode now, string layer) =>
        now["layers"]!.AsArray().Single(l => l!["layer"]!.GetValue<string>() == layer)!;

    private static IEnumerable<double> Hours(JsonNode spans) => spans.AsArray().Select(s => (s!["when"] ?? s)["hours"]!.GetValue<double>());

    private static (string Start, string End) Local(JsonNode when) =>
        (when["localStart"]!.GetValue<string>()[11..], when["localEnd"]!.GetValue<string>()[11..]);

    private static string At(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");

    private static string Ical(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'");

    /// <summary>The next last Sunday of March or October at 01:00 UTC, a week ahead at least.</summary>
    private static DateTimeOffset NextChange(int month)
    {
        var now = TimeProvider.System.GetUtcNow();
        return Enumerable
            .Range(now.Year, 3)
            .Select(year => new DateTimeOffset(year, month, 31, 1, 0, 0, TimeSpan.Zero))
            .Select(last => last.AddDays(-(int)last.DayOfWeek))
            .First(change => change > now.AddDays(7));
    }
}
