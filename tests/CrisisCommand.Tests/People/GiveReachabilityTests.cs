using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.People;

public class GiveReachabilityTests
{
    private static readonly PersonId Kim = new("kim");
    private static readonly PersonRegistered Registered = new(Kim, Text("Kim"), null, Text("+46701740605"), Text("kim@bostad.example"));

    [Fact]
    public void An_order_is_given_once()
    {
        var give = new GiveReachability([new(Channel.Voice), new(Channel.Email)]);

        State<Person>(Registered)
            .Twice(now => give.Decide(now))
            .ThenNothing()
            .ShouldBeExactly(new ReachabilityGiven(Kim, [new(Channel.Voice), new(Channel.Email)]));
    }

    [Fact]
    public void Without_an_order_a_message_comes_before_a_call_and_an_email()
    {
        State<Person>(Registered).Channels.Select(c => c.Channel).ShouldBe([Channel.Sms, Channel.Voice, Channel.Email]);
        State<Person>(new PersonRegistered(Kim, Text("Kim"), null, null, Text("kim@bostad.example")))
            .Channels.Select(c => c.Channel)
            .ShouldBe([Channel.Email]);
        State<Person>(new PersonRegistered(Kim, Text("Kim"), null, null, null)).Channels.ShouldBeEmpty();
    }

    [Fact]
    public void A_channel_without_address_follows_what_is_registered_anew()
    {
        var kim = State<Person>(
            Registered,
            new ReachabilityGiven(Kim, [new(Channel.Sms), new(Channel.Sms, Text("+46701740699"))]),
            new PersonRegistered(Kim, Text("Kim"), null, Text("+46701740606"), null)
        );

        kim.Channels.Select(c => c.Address.Words).ShouldBe(["+46701740606", "+46701740699"]);
    }

    [Fact]
    public void Nobody_has_to_be_reachable() =>
        new GiveReachability([]).Decide(State<Person>(Registered)).ShouldBeExactly(new ReachabilityGiven(Kim, []));

    [Fact]
    public void An_address_is_stored_in_its_normal_form() =>
        new GiveReachability([new(Channel.Sms, Text("070 174 06 07"))])
            .Decide(State<Person>(Registered))
            .ShouldBeExactly(new ReachabilityGiven(Kim, [new(Channel.Sms, Text("+46701740607"))]));

    [Fact]
    public void What_leads_nowhere_is_refused_where_it_stands()
    {
        var kim = State<Person>(Registered);
        new GiveReachability([new(Channel.Sms), new(Channel.Voice, Text("12"))])
            .Decide(kim)
            .ShouldBeRefused(PeopleRefusals.PhoneInvalid, "#/channels/1/address");
        new GiveReachability([new(Channel.Email, Text("kim"))])
            .Decide(kim)
            .ShouldBeRefused(PeopleRefusals.EmailInvalid, "#/channels/0/address");
        new GiveReachability([new(Channel.Email), new(Channel.Email)])
            .Decide(kim)
            .ShouldBeRefused(PeopleRefusals.ChannelTwice, "#/channels/1");
        new GiveReachability([new(Channel.Email)])
            .Decide(State<Person>(new PersonRegistered(Kim, Text("Kim"), null, null, null)))
            .ShouldBeRefused(PeopleRefusals.NoAddress, "#/channels/0");
    }
}
