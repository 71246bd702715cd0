using System.Text.Json.Serialization;
using CrisisCommand.Platform;
using Marten;

namespace CrisisCommand.Access;

public static class AccessModule
{
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddSingleton(s => AccessPolicy.Load(s.GetRequiredService<IConfiguration>()));
        services.AddSingleton<AccessRules>();
        services.AddSingleton<AccessGuard>();
        services.AddSingleton(s => AccessGuard.Authority(s.GetRequiredService<AccessRules>()));
        services.AddHostedService<FirstOperator>();
        services.AddMachineSignIn();
        services.ConfigureMarten(o => o.Schema.For<MachineSecret>().Identity(x => x.Id));
        services.AddSingleton(
            new Facts()
                .Event<RoleGranted>("role_granted", StreamKinds.Person)
                .Event<RoleRevoked>("role_revoked", StreamKinds.Person)
                .Event<AccessClosed>("access_closed", StreamKinds.Person)
                .Event<AccessReopened>("access_reopened", StreamKinds.Person)
                .Event<MachineKeyIssued>("machine_key_issued", StreamKinds.Person)
                .Event<MachineKeyRevoked>("machine_key_revoked", StreamKinds.Person)
                .Event<ReaderAdmitted>("reader_admitted", StreamKinds.Crisis)
                .Event<ReaderDismissed>("reader_dismissed", StreamKinds.Crisis)
                .State<Standing>(StreamKinds.Person)
                .State<CrisisReaders>(StreamKinds.Crisis)
                .Json(AccessJson.Default)
        );
    }

    /// <summary>Before the endpoints: every read is asked here whether its caller may, every command by cookie whether a page of ours made it.</summary>
    public static void UseAccess(this WebApplication app)
    {
        app.Use(SessionCookie.RefuseForged);
        app.Use(AccessGuard.Keep);
    }

    public static void MapAccess(this IEndpointRouteBuilder api)
    {
        api.MapGrantRole();
        api.MapRevokeRole();
        api.MapCloseAccess();
        api.MapReopenAccess();
        api.MapIssueKey();
        api.MapRevokeKey();
        api.MapAdmitReader();
        api.MapDismissReader();
        api.MapGetMyAccess();
    }
}

[JsonSerializable(typeof(RoleGranted))]
[JsonSerializable(typeof(RoleRevoked))]
[JsonSerializable(typeof(AccessClosed))]
[JsonSerializable(typeof(AccessReopened))]
[JsonSerializable(typeof(ReaderAdmitted))]
[JsonSerializable(typeof(ReaderDismissed))]
[JsonSerializable(typeof(MachineKeyIssued))]
[JsonSerializable(typeof(MachineKeyRevoked))]
[JsonSerializable(typeof(MachineSecret))]
[JsonSerializable(typeof(IssueKey))]
[JsonSerializable(typeof(GrantRole))]
[JsonSerializable(typeof(CloseAccess))]
[JsonSerializable(typeof(ReopenAccess))]
[JsonSerializable(typeof(AdmitReader))]
[JsonSerializable(typeof(NoContent))]
[JsonSerializable(typeof(AccessShown))]
public sealed partial class AccessJson : JsonSerializerContext;
