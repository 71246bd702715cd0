using System.Net;
using CrisisCommand.Access;
using CrisisCommand.IntegrationTests.Crises;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.IntegrationTests.Preparedness;

public class ReadinessTests(Product product)
{
    [Fact]
    public async Task The_last_exercise_is_known_in_every_realm_with_the_day_of_the_next()
    {
        var (vd, exercising) = (await product.As("vd"), await product.As("vd", "ovning"));
        var before = (await vd.Get("/readiness")).ShouldBe(HttpStatusCode.OK).Json;
        var exercise = await exercising.DeclareCrisis();
        await exercising.StandDown(exercise);

        var ready = (await vd.Get("/readiness")).ShouldBe(HttpStatusCode.OK).Json;

        var last = ready["lastExercise"]!;
        // Other tests end crises of that realm too; the last one is at least as late as ours.
        last["realm"]!.GetValue<string>().ShouldBe("ovning");
        last["title"]!.GetValue<string>().ShouldNotBeNullOrEmpty();
        var ended = (await exercising.Get($"/crises/{exercise}")).Json["stoodDownAt"]!.GetValue<DateTimeOffset>();
        last["stoodDownAt"]!.GetValue<DateTimeOffset>().ShouldBeGreaterThanOrEqualTo(ended);
        ready["exercise"]!["days"]!.GetValue<int>().ShouldBe(365);
        before["exercise"]!["days"]!.GetValue<int>().ShouldBeOneOf(0, 365);
    }

    [Fact]
    public async Task Weak_functions_and_unreachable_persons_of_the_plans_are_named()
    {
        var vd = await product.As("vd");
        var mute = await product.Newcomer("mute");
        var gone = await product.Newcomer("gone");
        await product.AppendTo(gone, "live", new AccessClosed(new(gone.Person), CommittedText.Commit("Har slutat")));
        var name = new PlanName($"ready-{Fresh.Id():N}");
        await product.Append(
            Realm.Live,
            new Target(StreamKinds.Plan, KloPlan.StreamOf(name), MayBeNew: true),
            new PlanAdopted(
                name,
                [
                    new(FunctionKey.CrisisLeader, CommittedText.Commit("Ledare"), CommittedText.Commit("Leder"), new("vd"), [new("vd-1")]),
                    new(new("press"), CommittedText.Commit("Press"), CommittedText.Commit("Talar"), new(gone.Person), [new(mute.Person)]),
                ]
            )
        );

        var ready = (await vd.Get("/readiness")).ShouldBe(HttpStatusCode.OK).Json;

        var weak = ready["functions"]!.AsArray().Where(f => f!["plan"]!.GetValue<string>() == name.Value).ToList();
        weak.Select(f =>
                (
                    f!["function"]!.GetValue<string>(),
                    f["name"]!.GetValue<string>(),
                    f["hasHolder"]!.GetValue<bool>(),
                    f["deputies"]!.GetValue<int>()
                )
            )
            .ShouldBe([("press", "Press", false, 1)]);
        var unreachable = ready["unreachable"]!.AsArray().Single(p => p!["person"]!.GetValue<string>() == mute.Person)!;
        unreachable["why"]!.GetValue<string>().ShouldBe("no-channel");
        unreachable["name"]!.GetValue<string>().ShouldStartWith("Kim Ny");
        unreachable["functions"]!.AsArray().Select(f => f!.GetValue<string>()).ShouldBe(["press"]);
        ready["unreachable"]!.AsArray().ShouldNotContain(p => p!["person"]!.GetValue<string>() == "vd");
        ready["duty"]!.AsArray().ShouldAllBe(l => l!["gaps"]!.AsArray().Count > 0);
        (await (await product.As("observer")).Get("/readiness")).ShouldBe(HttpStatusCode.Forbidden);
        (await (await product.As("tib")).Get("/readiness")).ShouldBe(HttpStatusCode.Forbidden);
    }
}
