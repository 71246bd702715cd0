using CrisisCommand.Access;
using CrisisCommand.Decisions;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.Configuration;

namespace CrisisCommand.Tests.Access;

/// <summary>What is asked before a command is read refuses nobody whom the command itself would let.</summary>
public class OutrightTests
{
    private static readonly AccessRules Rules = new(AccessPolicy.Load(new ConfigurationBuilder().Build()));

    public static TheoryData<StandingRole> Roles => [.. Enum.GetValues<StandingRole>()];

    [Theory]
    [MemberData(nameof(Roles))]
    public void Whoever_may_about_some_function_is_not_refused_outright(StandingRole role)
    {
        var standing = AccessGiven.Standing(new RoleGranted(AccessGiven.Tib, role, RoleReach.Realm));
        foreach (var realm in new[] { Realm.Live, new Realm("ovning") })
        {
            var actor = new Actor(realm, AccessGiven.Tib, standing, [], null, CrisisReaders.Initial, Story.Noon);
            foreach (var capability in KnownCapabilities.All)
            {
                var may = Rules.Refuse(actor, capability) is null || Rules.Refuse(actor, capability, new FunctionKey("situation")) is null;
                if (may)
                {
                    Rules.RefuseOutright(actor, capability).ShouldBeNull($"{role} {capability}");
                }
            }
        }
    }

    [Fact]
    public void Whoever_has_a_right_for_their_own_function_is_heard_and_whoever_has_none_is_not()
    {
        var crisis = Fold.Of<KloActivation>([]);
        var stranger = new Actor(Realm.Live, AccessGiven.Tib, Standing.Initial, [], crisis, CrisisReaders.Initial, Story.Noon);

        Rules.RefuseOutright(stranger, DecisionsCapabilities.TakeDecision).ShouldBe(Problems.NotFound);
        Rules.RefuseOutright(stranger with { Klo = null }, KloCapabilities.DeclareCrisis)!.Status.ShouldBe(403);
        new Rights([], [JournalCapabilities.GiveTask]).EverGive(JournalCapabilities.GiveTask).ShouldBeTrue();
        new Rights([], []).EverGive(JournalCapabilities.GiveTask).ShouldBeFalse();
    }
}
