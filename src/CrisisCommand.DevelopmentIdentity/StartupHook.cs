using System.Runtime.Loader;

/// <summary>
/// Run by the runtime before Main when DOTNET_STARTUP_HOOKS names this assembly. The host's dependency list does not know us, so
/// we answer for ourselves and for Bogus from our own folder; whatever the host has too is taken from the host.
/// </summary>
/// <remarks>The runtime asks for this very name, without a namespace.</remarks>
#pragma warning disable CA1050 // Declare types in namespaces
public static class StartupHook
#pragma warning restore CA1050
{
    public static void Initialize()
    {
        var folder = Path.GetDirectoryName(typeof(StartupHook).Assembly.Location)!;
        AssemblyLoadContext.Default.Resolving += (context, name) =>
        {
            var file = Path.Combine(folder, $"{name.Name}.dll");
            return File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
        };
    }
}
