using System.Net;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Tests.Platform;

public class CallerAddressTests
{
    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7", true)]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7", true)]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void An_address_is_a_house_and_not_each_of_its_numbers(string one, string other, bool same) =>
        (CallerAddress.Of(IPAddress.Parse(one)) == CallerAddress.Of(IPAddress.Parse(other))).ShouldBe(same);

    [Fact]
    public void A_socket_without_an_address_is_one_caller() => CallerAddress.Of((IPAddress?)null).ShouldNotBeEmpty();
}
