using Marten;
using Weasel.Core;
using Weasel.Core.Migrations;

namespace CrisisCommand.Platform.Store;

/// <summary>What protects the store from itself is part of its schema: applied by <c>db-apply</c>, asserted by <c>db-assert</c>.</summary>
internal static class StoreProtectionSetup
{
    /// <summary>The role that nodes run as; the grants to it are part of the schema. Unset, there is one role for all.</summary>
    public const string RuntimeRole = "Database:RuntimeRole";

    /// <summary>Whether a node applies the schema when it starts, which needs the owner's role. Unset: in Development only.</summary>
    private const string ApplyAtStart = "Database:ApplyAtStart";

    public static bool AppliesAtStart(this IConfiguration configuration, IHostEnvironment environment) =>
        environment.IsDevelopment() && configuration.GetValue(ApplyAtStart, true);

    public static void Protect(this StoreOptions options, IConfiguration configuration) =>
        options.Storage.Add(new StoreProtection(options.Advanced.Migrator, configuration[RuntimeRole]));

    private sealed class StoreProtection(Migrator migrator, string? role) : FeatureSchemaBase("store_protection", migrator)
    {
        public override IEnumerable<Type> DependentTypes() => [typeof(JasperFx.Events.IEvent)];

        protected override IEnumerable<ISchemaObject> schemaObjects()
        {
            yield return new EventsGuard();
            if (!string.IsNullOrWhiteSpace(role))
            {
                yield return new RuntimeGrants(role);
            }
        }
    }
}
