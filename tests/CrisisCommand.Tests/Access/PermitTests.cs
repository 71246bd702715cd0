using CrisisCommand.Access;
using CrisisCommand.Decisions;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.Configuration;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Access;

/// <summary>In what capacity somebody does what they may where it is not the leader's or a delegate's to do.</summary>
public class PermitTests
{
    private static readonly AccessRules Rules = new(AccessPolicy.Load(new ConfigurationBuilder().Build()));
    private static readonly PersonRegistered Registered = new(Vd, Text("Namn"), null, null, null, null);
    private static readonly FunctionStaffed Analyst = new(Situation, new("ada"), Mandate.Appointed);

    private static Actor Actor(string person, Realm? realm = null, params StandingRole[] roles) =>
        new(
            realm ?? Realm.Live,
            new(person),
            Fold.Of<Standing>(Of([Registered, .. roles.Select(r => new RoleGranted(new(person), r, RoleReach.Realm))])),
            [],
            Fold.Of<KloActivation>(Of([.. Led, Analyst])),
            CrisisReaders.Initial,
            Noon
        );

    private static readonly Capacity AsAnalyst = new(Situation, ActingMandate.Appointed, Id(3));

    [Fact]
    public void What_every_member_may_is_done_in_the_function_that_is_ones_own_and_may_be_named()
    {
        Rules.Permit(Actor("ada"), [(KloCapabilities.ReadKlo, null)], null).ShouldBe(new(null, AsAnalyst));
        Rules.Permit(Actor("ada"), [(KloCapabilities.ReadKlo, null)], Situation).ShouldBe(new(null, AsAnalyst));
        // A role beside it takes nothing from that.
        Rules.Permit(Actor("ada", null, StandingRole.OnCallManager), [(KloCapabilities.ReadKlo, null)], null).Capacity.ShouldBe(AsAnalyst);
    }

    [Fact]
    public void What_only_a_standing_role_gives_is_done_in_no_function()
    {
        var correct = Rules.Permit(Actor("ada", null, StandingRole.LogKeeper), [(JournalCapabilities.CorrectJournal, null)], null);
        (correct.Refusal, correct.Capacity).ShouldBe((null, null));
        Rules
            .Permit(Actor("ada", null, StandingRole.LogKeeper), [(JournalCapabilities.CorrectJournal, null)], Situation)
            .Refusal!.Code.ShouldBe("access.not-permitted");
        var controller = Rules.Permit(
            Actor("ada", new Realm("ovning"), StandingRole.ExerciseController),
            [(DecisionsCapabilities.TakeDecision, null)],
            null
        );
        (controller.Refusal, controller.Capacity).ShouldBe((null, null));
        Rules
            .Permit(Actor("jour", null, StandingRole.OnCallManager), [(KloCapabilities.ReadKlo, null)], null)
            .Capacity.ShouldBe(new(null, ActingMandate.OnCallManager));
    }

    [Fact]
    public void Of_several_rights_the_strongest_is_the_one_used()
    {
        var leader = new Capacity(FunctionKey.CrisisLeader, ActingMandate.Appointed, Id(2));
        Rules
            .Permit(Actor("vd"), [(KloCapabilities.ReadKlo, null), (DecisionsCapabilities.ExecuteDecision, Situation)], null)
            .Capacity.ShouldBe(leader);
    }
}
