using CrisisCommand.Access;
using CrisisCommand.DevelopmentIdentity;
using CrisisCommand.Platform.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Access;

/// <summary>Everybody who is somebody to the matrix, in one realm: what they are there is their name.</summary>
internal sealed record Cast(IReadOnlyList<(string Name, Caller Caller)> Everybody)
{
    public static readonly string[] Names =
    [
        "leader",
        "chief-of-staff",
        "situation",
        "documentation",
        "holder",
        "delegated-holder",
        "deputy",
        "on-call-manager",
        "log-keeper",
        "observer",
        "auditor",
        "auditor-elsewhere",
        "admitted-auditor",
        "exercise-controller",
        "records-officer",
        "operations",
        "machine",
        "machine-by-key",
        "machine-by-signature",
        "shut-out",
        "employee",
        "stranger",
    ];

    public Caller this[string name] => Everybody.First(a => a.Name == name).Caller;

    public static async Task<Cast> Of(Product product, string realm)
    {
        var elsewhere = await product.Newcomer("elsewhere", realm: realm);
        var admitted = await product.Newcomer("admitted", realm: realm);
        var shutOut = await product.Newcomer("shut-out", StandingRole.LogKeeper, realm);
        foreach (var auditor in new[] { elsewhere, admitted })
        {
            await product.AppendTo(auditor, realm, new RoleGranted(new(auditor.Person), StandingRole.Auditor, RoleReach.Admitted));
        }

        await product.AppendTo(shutOut, realm, new AccessClosed(new(shutOut.Person), CommittedText.Commit("Har slutat")));
        var stranger = product.Services.GetRequiredService<TokenIssuer>().TokenFor("nobody-we-know");
        var machine = await product.NewMachine("city", realm);
        (string, Caller)[] made =
        [
            ("machine", machine),
            ("machine-by-key", await product.ByApiKey(machine, realm)),
            ("machine-by-signature", await product.BySignature(machine, realm)),
            ("log-keeper", await product.Newcomer("log-keeper", StandingRole.LogKeeper, realm)),
            ("auditor-elsewhere", elsewhere),
            ("admitted-auditor", admitted),
            ("shut-out", shutOut),
            ("stranger", new Caller(product.Http, "nobody-we-know", realm, stranger)),
        ];
        (string, string)[] seeded =
        [
            ("leader", "vd"),
            ("chief-of-staff", "chief-of-staff"),
            ("situation", "situation"),
            ("documentation", "documentation"),
            ("holder", "communications"),
            ("delegated-holder", "people-support"),
            ("deputy", "communications-1"),
            ("on-call-manager", "jour"),
            ("observer", "observer"),
            ("auditor", "auditor"),
            ("exercise-controller", "exercise-controller"),
            ("records-officer", "records-officer"),
            ("operations", "operator"),
            ("employee", "staff-9"),
        ];
        var everybody = made.ToList();
        foreach (var (name, person) in seeded)
        {
            everybody.Add((name, await product.As(person, realm)));
        }

        return new([.. everybody.OrderBy(a => Array.IndexOf(Names, a.Item1))]);
    }
}
