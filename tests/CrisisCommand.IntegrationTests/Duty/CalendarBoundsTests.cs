using System.Net;
using CrisisCommand.Platform.Texts;
using Microsoft.AspNetCore.Hosting;

namespace CrisisCommand.IntegrationTests.Duty;

/// <summary>The product with its measure of calendars off, and so little time to reckon in that no machine is done by then.</summary>
public sealed class UnmeasuredProduct : Product
{
    protected override void Configure(IWebHostBuilder host)
    {
        base.Configure(host);
        foreach (var bound in new[] { "Lines", "LineOctets", "Components", "Dates" })
        {
            host.UseSetting($"Duty:Calendar:{bound}", $"{int.MaxValue}");
        }

        host.UseSetting("Duty:Calendar:Seconds", "0.1");
    }
}

/// <summary>A calendar that would keep the machine busy for minutes, over HTTP: refused by name, and the roster in force stays.</summary>
public class CalendarBoundsTests(Product product, UnmeasuredProduct unmeasured) : IClassFixture<UnmeasuredProduct>
{
    private const string Shift = "DTSTART:20270101T170000Z\nDTEND:20270102T080000Z\nSUMMARY:staff-1";

    // 180,000 dates, five on a line: less than the 4 MiB that are taken in.
    private static readonly byte[] Flood = RosterCalendars.Of(
        Shift
            + string.Concat(
                Enumerable
                    .Range(0, 180_000)
                    .Select(i => $"{(i % 5 == 0 ? "\nRDATE:" : ",")}{new DateTime(2027, 1, 1).AddHours(i):yyyyMMddTHHmmssZ}")
            )
    );

    [Fact]
    public async Task A_flood_of_dates_is_refused_with_its_line_and_the_roster_in_force_stays()
    {
        var operations = await product.As("operator");
        var layer = RosterCalendars.NewLayer();
        await operations.Adopted(layer, Shift);
        var refused = await operations.Adopt(layer, Flood);
        refused.ShouldBeRefused(HttpStatusCode.BadRequest, "duty.beyond-bounds", "line 2009");
        (await operations.Get($"/duty/rosters/{layer}/calendar")).Bytes.ShouldBe(RosterCalendars.Of(Shift));
    }

    /// <summary>The control: unmeasured, the same calendar takes all the time that it may, and then its work ends and the node goes on.</summary>
    [Fact]
    public async Task Unmeasured_it_is_ended_when_its_time_is_over()
    {
        var operations = await unmeasured.As("operator");
        var layer = RosterCalendars.NewLayer();
        (await operations.Adopt(layer, Flood)).ShouldBeRefused(HttpStatusCode.BadRequest, "duty.too-much-work");
        (await operations.Adopt(layer, RosterCalendars.Of(Shift))).ShouldBe(HttpStatusCode.NoContent);
    }
}
