namespace CrisisCommand.Platform.Commands;

public static class CommandSetup
{
    public static void AddCommands(this IServiceCollection services)
    {
        services.AddSingleton<CommandGates>();
        services.AddSingleton<CommandStreams>();
        services.AddSingleton<CommandChecks>();
        services.AddSingleton<CommandReceipts>();
        services.AddSingleton<CommandHandler>();
        services.AddSingleton<OwnWork>();
    }
}
