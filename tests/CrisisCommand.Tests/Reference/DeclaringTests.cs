using CrisisCommand.Reference;
using Microsoft.Extensions.Configuration;

namespace CrisisCommand.Tests.Reference;

/// <summary>Which kinds are offered first, and which plan a kind suggests, is the company's to say.</summary>
public sealed class DeclaringTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public void Threats_to_life_come_first_and_readiness_for_war_suggests_its_plan()
    {
        var reference = ReferenceData.Load(new ConfigurationBuilder().Build());

        reference
            .KindsToDeclare.Take(7)
            .Select(k => k.Value)
            .ShouldBe(["fire", "explosion", "shooting", "violence-or-threat", "gas-leak", "structural", "water-damage"]);
        reference.KindsToDeclare.ShouldBe(reference.Kinds, ignoreOrder: true);
        reference.PlanFor(new("war-readiness")).ShouldBe("wartime");
        reference.PlanFor(new("fire")).ShouldBeNull();
    }

    [Fact]
    public void An_own_file_says_it_for_its_own_kinds()
    {
        var own = Own(
            """
            {"kinds": ["fire", "flood", "other"], "areas": [], "declaring": {"first": ["flood", "unheard-of"], "plans": [{"kind": "flood", "plan": "water"}]}}
            """
        );
        own.KindsToDeclare.Select(k => k.Value).ShouldBe(["flood", "fire", "other"]);
        (own.PlanFor(new("flood")), own.PlanFor(new("war-readiness"))).ShouldBe(("water", null));
        own.Levels.Count.ShouldBe(3);
        Own("""{"kinds": ["other", "fire"], "areas": [], "declaring": {}}""")
            .KindsToDeclare.Select(k => k.Value)
            .ShouldBe(["other", "fire"]);
    }

    [Fact]
    public void An_own_file_that_does_not_speak_of_it_is_read_as_before()
    {
        var own = Own("""{"kinds": ["flood", "gas-leak", "fire", "war-readiness"], "areas": []}""");
        own.KindsToDeclare.Select(k => k.Value).ShouldBe(["fire", "gas-leak", "flood", "war-readiness"]);
        own.PlanFor(new("war-readiness")).ShouldBe("wartime");
    }

    public void Dispose() => File.Delete(_file);

    private ReferenceData Own(string json)
    {
        File.WriteAllText(_file, json);
        return ReferenceData.Load(new ConfigurationBuilder().AddInMemoryCollection([new("Reference:File", _file)]).Build());
    }
}
