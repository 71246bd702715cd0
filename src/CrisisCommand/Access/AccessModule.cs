using System.Text.Json.Serialization;
using CrisisCommand.Access.Sessions;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using Marten;

namespace CrisisCommand.Access;

public static class AccessModule
{
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddSingleton(s => AccessPolicy.Load(s.GetRequiredService<IConfiguration>()));
        services.AddSingleton<AccessRules>();
        services.AddSingleton<AccessGuard>();
        services.AddSingleton<Operators>();
        services.AddSingleton<CommandGuard>();
        services.AddSingleton<WatchedRights>();
        services.AddSingleton(s => s.GetRequiredService<AccessGuard>().Authority());
        services.AddHostedService<FirstOperator>();
        services.AddMachineSignIn();
        services.AddSessions();
        services.AddSingleton<MachineReading>();
        services.AddSingleton<RightsReading>();
        services.ConfigureMarten(o => o.Schema.For<MachineSecret>().Identity(x => x.Id));
        services.AddFeature(
            new Facts(AccessJson.Default)
                .State<Standing>(StreamKinds.Person)
                .State<SignIns>(StreamKinds.SignIns)
                .State<KeyRotation>(StreamKinds.Keys)
                .State<CrisisReaders>(StreamKinds.Crisis)
                .State<IncidentOrigin>(StreamKinds.Incident),
            MapAccess
        );
    }

    private static void AddSessions(this IServiceCollection services)
    {
        services.AddSingleton(s => s.GetRequiredService<IConfiguration>().GetSection("Sessions").Get<SessionTimes>() ?? new SessionTimes());
        services.AddSingleton<SessionBook>();
        services.AddSingleton<KeyRotations>();
        services.AddHostedService(s => s.GetRequiredService<KeyRotations>());
        services.AddSingleton<KeysRevokedBefore>(s =>
        {
            var journals = s.GetRequiredService<Journals>();
            // The library asks for its keys by a method that waits.
            return () => KeyRotations.Last(journals, CancellationToken.None).GetAwaiter().GetResult();
        });
    }

    /// <summary>Before the endpoints: every read is asked here whether its caller may, every command by cookie whether a page of ours made it.</summary>
    public static void UseAccess(this WebApplication app)
    {
        app.Use(MachinePages.Refuse);
        app.Use(CommandGuard.Keep);
        app.Use(SessionCookie.RefuseForged);
        app.Use(AccessGuard.Keep);
    }

    public static void MapAccessPages(this IEndpointRouteBuilder pages) => pages.MapShowAccess();

    /// <summary>Those that nobody need have signed in for.</summary>
    public static void MapSignInPages(this WebApplication app)
    {
        app.MapSignIn();
        app.MapSignOut();
    }

    private static void MapAccess(this IEndpointRouteBuilder api)
    {
        api.MapGrantRole();
        api.MapConfirmRole();
        api.MapRevokeRole();
        api.MapCloseAccess();
        api.MapReopenAccess();
        api.MapRegisterMachine();
        api.MapListMachines();
        api.MapListKeys();
        api.MapIssueKey();
        api.MapRevokeKey();
        api.MapAdmitReader();
        api.MapDismissReader();
        api.MapGetMyAccess();
        api.MapEndSessions();
        api.MapRotateKeys();
        api.MapGetRights();
    }
}

[JsonSerializable(typeof(RoleGranted))]
[JsonSerializable(typeof(RoleProposed))]
[JsonSerializable(typeof(RoleProposalDropped))]
[JsonSerializable(typeof(GrantProposed))]
[JsonSerializable(typeof(RoleRevoked))]
[JsonSerializable(typeof(AccessClosed))]
[JsonSerializable(typeof(AccessReopened))]
[JsonSerializable(typeof(ReaderAdmitted))]
[JsonSerializable(typeof(ReaderDismissed))]
[JsonSerializable(typeof(SignedIn))]
[JsonSerializable(typeof(SignedOut))]
[JsonSerializable(typeof(SignedOutEverywhere))]
[JsonSerializable(typeof(KeysRotated))]
[JsonSerializable(typeof(RotateKeys))]
[JsonSerializable(typeof(MachineKeyIssued))]
[JsonSerializable(typeof(MachineKeyRevoked))]
[JsonSerializable(typeof(MachineSecret))]
[JsonSerializable(typeof(RegisterMachine))]
[JsonSerializable(typeof(IssueKey))]
[JsonSerializable(typeof(GrantRole))]
[JsonSerializable(typeof(CloseAccess))]
[JsonSerializable(typeof(ReopenAccess))]
[JsonSerializable(typeof(AdmitReader))]
[JsonSerializable(typeof(NoContent))]
[JsonSerializable(typeof(AccessShown))]
[JsonSerializable(typeof(RightsShown))]
[JsonSerializable(typeof(IReadOnlyList<MachineShown>))]
[JsonSerializable(typeof(IReadOnlyList<KeyShown>))]
public sealed partial class AccessJson : JsonSerializerContext;
