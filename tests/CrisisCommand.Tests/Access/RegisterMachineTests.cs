using CrisisCommand.Access;
using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Access.AccessGiven;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Access;

public class RegisterMachineTests
{
    private static readonly RegisterMachine Register = new(Text("TiB"), Text("08-508 00 000"));

    [Fact]
    public void A_machine_is_registered_and_registered_anew()
    {
        var first = CrisisCommand.Access.Standing.Initial.Twice(now => Register.Decide(now, Tib, planned: false)).ThenTheSame();
        first.ShouldBeExactly(new MachineRegistered(Tib, Text("TiB"), Text("+46850800000")));

        var machine = CrisisCommand.Access.Standing.Initial.Then(first);
        machine.IsMachine.ShouldBeTrue();
        (Register with { Phone = Text("växeln") })
            .Decide(machine, Tib, planned: false)
            .ShouldBeRefused(PeopleRefusals.PhoneInvalid.With("växeln") with { Pointer = "#/phone" }, "#/phone");
    }

    [Fact]
    public void A_person_stays_a_person() => Register.Decide(Standing(), Tib, planned: false).ShouldBeRefused(AccessRefusals.IsPerson);

    [Fact]
    public void What_never_was_a_person_becomes_what_it_was_with_its_keys()
    {
        var old = Standing(OldMachine, new MachineKeyIssued(Tib, new("a"), MachineKeyKind.ApiKey, Sha256.Of("tib.x"u8)));
        old.LiveKeys(MachineKeyKind.ApiKey).ShouldBeEmpty();

        var machine = old.Then(Register.Decide(old, Tib, planned: false));
        machine.LiveKeys(MachineKeyKind.ApiKey).Count().ShouldBe(1);
        machine.Roles.ShouldBeEmpty();
        Register.Decide(old, Tib, planned: true).ShouldBeRefused(AccessRefusals.IsPerson);
        var ofAPerson = Standing(OldMachine, new RoleGranted(Tib, StandingRole.Observer, RoleReach.Realm));
        Register.Decide(ofAPerson, Tib, planned: false).ShouldBeRefused(AccessRefusals.IsPerson);
        Register
            .Decide(ofAPerson.Then(RevokeRole.Decide(ofAPerson, Tib, StandingRole.Observer, Operator)), Tib, planned: false)
            .ShouldBeRefused(AccessRefusals.IsPerson);
    }

    [Fact]
    public void Roles_are_for_persons_and_the_machines_role_for_nobody()
    {
        var machine = Standing(Machine);
        new GrantRole(StandingRole.Observer).Decide(machine, Tib, Operator, suffices: true).ShouldBeRefused(AccessRefusals.NoPerson);
        new GrantRole(StandingRole.AlarmSender)
            .Decide(Standing(), Tib, Operator, suffices: true)
            .ShouldBeRefused(AccessRefusals.NotForPersons, "#/role");
        machine.Then(Outcome.Happened(OldMachine)).IsOldMachine.ShouldBeFalse();
    }
}
