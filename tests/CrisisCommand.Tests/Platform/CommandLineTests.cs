using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace CrisisCommand.Tests.Platform;

/// <summary>What an operator may ask of a production system by its command line; everything else is refused in words.</summary>
public class CommandLineTests
{
    [Theory]
    [InlineData("")]
    [InlineData("run")]
    [InlineData("run --check")]
    [InlineData("db-apply")]
    [InlineData("db-apply --verbose --log-level Debug")]
    [InlineData("db-assert")]
    [InlineData("db-patch change.sql -d marten://store/")]
    [InlineData("projections list")]
    [InlineData("projections rebuild -p Person")]
    [InlineData("codegen preview")]
    [InlineData("check-env")]
    [InlineData("help marten")]
    public void A_production_system_knows(string command) => Fault(command).ShouldBeNull();

    [Theory]
    [InlineData("marten --reset")]
    [InlineData("MARTEN --reset")]
    [InlineData("marten --advance")]
    [InlineData("resources clear")]
    [InlineData("resources teardown")]
    [InlineData("storage clear")]
    [InlineData("storage rebuild")]
    [InlineData("clear-handled")]
    [InlineData("describe")]
    [InlineData("event-query")]
    [InlineData("projections")]
    [InlineData("projections run")]
    [InlineData("projections rebuild --advance")]
    [InlineData("codegen write")]
    [InlineData("db-apply --environment Development")]
    [InlineData("--environment Development marten --reset")]
    [InlineData("--environment=Development marten --reset")]
    [InlineData("db-apply -v ASPNETCORE_ENVIRONMENT=Development")]
    [InlineData("run --config:CrisisCommand:Seed true")]
    [InlineData("--urls=http://0.0.0.0:80")]
    [InlineData("db-apply marten")]
    public void Everything_else_is_refused(string command) => Fault(command).ShouldNotBeNull();

    [Fact]
    public void The_schema_is_not_applied_for_nobody() => Fault("db-apply", role: null)!.ShouldContain("Database:RuntimeRole is not set");

    [Theory]
    [InlineData("marten --reset")]
    [InlineData("--environment=Development --contentRoot=/x")]
    public void Development_knows_everything(string command) => Fault(command, Environments.Development).ShouldBeNull();

    [Fact]
    public void A_command_that_says_itself_that_it_is_in_development_is_not() =>
        Fault("--environment=Development marten --reset", Environments.Development).ShouldNotBeNull();

    private static string? Fault(string command, string? environment = null, string? role = "crisiscommand_runtime") =>
        CommandLine.FaultOf(
            command.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            new ConfigurationBuilder().AddInMemoryCollection([new("Database:RuntimeRole", role)]).Build(),
            new Somewhere(environment ?? Environments.Production)
        );

    private sealed class Somewhere(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;
        public string ApplicationName { get; set; } = "CrisisCommand";
        public string ContentRootPath { get; set; } = "/";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
