using System.Net;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>A database that takes nothing more is told of, whichever way it shows.</summary>
public sealed class WriteHealthTests(HealthProduct product) : IClassFixture<HealthProduct>
{
    [Fact]
    public async Task When_writing_fails_the_node_is_not_ready_and_says_why()
    {
        await product.Spoil(
            """
            create function crisis.no_room() returns trigger language plpgsql as
            $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
            create trigger no_room before insert or update on crisis.node_writes for each row execute function crisis.no_room();
            """
        );
        try
        {
            await Eventually.Is(
                product.Ready,
                r => r.Status == HttpStatusCode.ServiceUnavailable && r.Text.Contains("No space left", StringComparison.Ordinal)
            );
        }
        finally
        {
            await product.Spoil("drop function crisis.no_room() cascade");
        }

        await Eventually.Is(product.Ready, r => r.Status == HttpStatusCode.OK);
    }

    /// <summary>The small row of the check may find room where an event does not: what happens to real commits counts as well.</summary>
    [Fact]
    public async Task When_a_command_finds_no_room_the_node_is_not_ready_either()
    {
        var vd = await product.As("vd");
        var crisis = await vd.Declared();
        await product.Spoil(
            $$"""
            create function crisis.no_event() returns trigger language plpgsql as
            $b$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $b$;
            create trigger no_event before insert on crisis.mt_events for each row when (new.stream_id = '{{crisis}}') execute function crisis.no_event();
            """
        );
        try
        {
            var refused = await vd.Post($"/crises/{crisis}/entries", new { text = "Mer" });
            refused.ShouldBe(HttpStatusCode.ServiceUnavailable).Problem.ShouldBe("platform.database-away");
            await Eventually.Is(
                async () =>
                {
                    await vd.Post($"/crises/{crisis}/entries", new { text = "Mer" });
                    return await product.Ready();
                },
                r => r.Status == HttpStatusCode.ServiceUnavailable && r.Text.Contains("No space left", StringComparison.Ordinal)
            );
        }
        finally
        {
            await product.Spoil("drop function crisis.no_event() cascade");
        }

        await vd.Write(crisis);
        await Eventually.Is(product.Ready, r => r.Status == HttpStatusCode.OK);
    }
}
