using System.Text;
using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Access;

/// <summary>
/// A machine gets a key. It is made where it will be used (<c>ops/machine-key.sh</c>) and never sent back by us, so that no answer and no
/// receipt of ours holds it: of an API key only the digest comes, of a signing secret the secret, which is kept sealed. Two keys live at
/// once, so that one is changed without a gap.
/// </summary>
/// <param name="Sha256">SHA-256, in hex, of the whole API key (<c>{machine}.{random}</c>); only for that kind.</param>
/// <param name="Secret"><c>whsec_</c> and base64 of 24 to 64 random bytes; only for webhooks.</param>
public sealed record IssueKey(KeyName Name, MachineKeyKind Kind, string? Sha256 = null, string? Secret = null)
{
    private const int Live = 2;

    public Outcome Decide(Standing standing, PersonId machine) =>
        !standing.IsMachine ? AccessRefusals.NoMachine.With(machine.Value)
        : Digest is not { } digest ? (Kind == MachineKeyKind.ApiKey ? AccessRefusals.NoDigest : AccessRefusals.NoSecret)
        : standing.Keys.TryGetValue(Name, out var known)
            ? known.Digest == digest ? Outcome.Nothing
                : AccessRefusals.KeyNameTaken.With(Name.Value)
        : standing.Keys.Values.Count(k => k.IsLive) >= Live ? AccessRefusals.TwoKeysLive.With(machine.Value)
        : Outcome.Happened(new MachineKeyIssued(machine, Name, Kind, digest));

    /// <summary>Null where what was sent is no key of its kind.</summary>
    private Sha256? Digest =>
        Kind == MachineKeyKind.ApiKey
            ? Secret is null && Platform.Vocabulary.Sha256.TryParse(Sha256, out var digest)
                ? digest
                : null
            : Sha256 is null && StandardWebhooks.Of(Secret) is not null
                ? Platform.Vocabulary.Sha256.Of(Encoding.UTF8.GetBytes(Secret!))
                : null;
}

public static class IssueKeyEndpoint
{
    public static void MapIssueKey(this IEndpointRouteBuilder api) =>
        api.MapPost("/machines/{machine}/keys", Post).Command("IssueKey", "Access", AccessCapabilities.ManageKeys);

    private static Task<IResult> Post(
        Command<IssueKey> command,
        PersonId machine,
        CommandHandler handler,
        MachineSecrets secrets,
        CancellationToken token
    )
    {
        var issue = command.Content;
        return handler.Handle(
            command.Context,
            StreamKinds.Person,
            Person.StreamOf(machine),
            s =>
            {
                var outcome = issue.Decide(s.State<Standing>(), machine);
                return outcome.Events.IsEmpty || issue.Secret is null
                    ? outcome
                    : outcome.Storing(secrets.Seal(machine, issue.Name, issue.Secret));
            },
            token: token
        );
    }
}
