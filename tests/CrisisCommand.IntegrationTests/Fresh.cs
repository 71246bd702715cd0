using System.Diagnostics.CodeAnalysis;

namespace CrisisCommand.IntegrationTests;

/// <summary>Ids that no other test has: keys, and names of what is there once in a run.</summary>
internal static class Fresh
{
    [SuppressMessage("ApiDesign", "RS0030", Justification = "Tests and benchmarks draw ids as clients do; nothing decides by them.")]
    public static Guid Id() => Guid.CreateVersion7();
}
