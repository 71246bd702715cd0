using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.People;

public class RegisterPersonTests
{
    private static readonly PersonId Kim = new("kim");

    [Fact]
    public void Numbers_are_kept_as_they_are_dialled_from_anywhere()
    {
        var register = new RegisterPerson(
            Text("Kim Ek"),
            Text("Driftchef"),
            [Text("070-174 06 05"), Text("+46 8 123 456 78")],
            Text("kim@bostad.example")
        );

        // Registering anew is a fact of its own: the last one counts.
        var first = Person.Initial.Twice(now => register.Decide(Kim, now)).ThenTheSame();

        first.ShouldBeExactly(
            new PersonRegistered(
                Kim,
                Text("Kim Ek"),
                Text("Driftchef"),
                Text("+46701740605"),
                Text("kim@bostad.example"),
                [Text("+46812345678")]
            )
        );
    }

    [Fact]
    public void The_commitment_opens_with_the_number_as_it_is_stored()
    {
        var given = Text("0701740605");
        var registered = (PersonRegistered)new RegisterPerson(Text("Kim"), Phones: [given]).Decide(Kim, Person.Initial).Events.Single();

        registered.Phone!.Value.Opens("+46701740605", given.Salt!).ShouldBeTrue();
    }

    [Fact]
    public void A_person_may_have_nothing_but_a_name() =>
        new RegisterPerson(Text("Kim Ek"))
            .Decide(Kim, Person.Initial)
            .ShouldBeExactly(new PersonRegistered(Kim, Text("Kim Ek"), null, null, null));

    [Fact]
    public void The_same_number_twice_is_one() =>
        new RegisterPerson(Text("Kim"), Phones: [Text("0701740605"), Text("+46701740605")])
            .Decide(Kim, Person.Initial)
            .ShouldBeExactly(new PersonRegistered(Kim, Text("Kim"), null, Text("+46701740605"), null));

    [Theory]
    [InlineData("112")]
    [InlineData("070-12")]
    [InlineData("växeln")]
    [InlineData("+46 8 123 456 78 anknytning 12")]
    [InlineData("+46 8 123 456 78 ext. 12")]
    public void What_nobody_can_dial_is_refused(string number) =>
        new RegisterPerson(Text("Kim"), Phones: [Text("0701740605"), Text(number)])
            .Decide(Kim, Person.Initial)
            .ShouldBeRefused(PeopleRefusals.PhoneInvalid.With(number) with { Pointer = "#/phones/1" }, "#/phones/1");

    [Theory]
    [InlineData("kim")]
    [InlineData("kim@")]
    [InlineData("Kim Ek <kim@bostad.example>")]
    [InlineData("kim@bostad.example, eva@bostad.example")]
    [InlineData("kim@bostad.example\r\nBcc: all@bostad.example")]
    public void What_is_not_one_bare_address_is_refused(string address) =>
        new RegisterPerson(Text("Kim"), Email: Text(address))
            .Decide(Kim, Person.Initial)
            .ShouldBeRefused(PeopleRefusals.EmailInvalid, "#/email");

    [Fact]
    public void Nobody_is_registered_under_a_machine_s_id() =>
        new RegisterPerson(Text("Kim")).Decide(Kim, Person.Initial with { IsMachine = true }).ShouldBeRefused(PeopleRefusals.IsMachine);
}
