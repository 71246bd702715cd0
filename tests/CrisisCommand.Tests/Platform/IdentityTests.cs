using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;
using Microsoft.Extensions.Configuration;

namespace CrisisCommand.Tests.Platform;

public class IdentityTests
{
    private static readonly (string, string?)[] Fit =
    [
        ("Identity:Authority", "https://login.example.se/kris"),
        ("Identity:Audience", "crisiscommand"),
    ];

    [Fact]
    public void An_https_authority_and_an_audience_are_fit() => Fault(Fit).ShouldBeNull();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("login.example.se")]
    [InlineData("http://login.example.se")]
    [InlineData("ftp://login.example.se")]
    [InlineData("/login")]
    public void Any_other_authority_is_not(string? authority) =>
        Fault([.. Fit, ("Identity:Authority", authority)]).ShouldNotBeNull().ShouldStartWith("Identity:Authority");

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Nor_is_a_missing_audience(string? audience) =>
        Fault([.. Fit, ("Identity:Audience", audience)]).ShouldBe("Identity:Audience is not set.");

    /// <summary>`dotnet user-jwts` and copied samples put keys into configuration; whoever can read it could then be anybody.</summary>
    [Theory]
    [InlineData("Identity:SigningKey")]
    [InlineData("Identity:signingkeys:0")]
    [InlineData("Identity:IssuerSigningKey")]
    [InlineData("Authentication:Schemes:Bearer:ValidIssuer")]
    [InlineData("Authentication:Schemes:Bearer:SigningKeys:0:Value")]
    public void A_configured_key_is_refused_before_all_else(string setting)
    {
        Fault([.. Fit, (setting, "x")]).ShouldNotBeNull().ShouldStartWith("Signing keys are never configured");
        Fault([(setting, "x")]).ShouldNotBeNull().ShouldStartWith("Signing keys are never configured");
    }

    private static string? Fault((string Key, string? Value)[] settings) =>
        Identity.FaultOf(
            new ConfigurationBuilder()
                .AddInMemoryCollection(settings.GroupBy(s => s.Key).Select(s => KeyValuePair.Create(s.Key, s.Last().Value)))
                .Build()
        );
}
