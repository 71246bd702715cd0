using CrisisCommand.Access;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Access.AccessGiven;

namespace CrisisCommand.Tests.Access;

public class MachineKeysTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static readonly Sha256 Digest = Sha256.Of("tib.hemligt"u8);
    private static readonly IssueKey ApiKey = new(new("a"), MachineKeyKind.ApiKey, Digest.Hex.ToUpperInvariant());
    private static readonly IssueKey Webhook = new(new("b"), MachineKeyKind.Webhook, Secret: Secret);

    [Fact]
    public void A_key_is_issued_once_and_its_name_stays_its_own()
    {
        var first = Standing(Machine).Twice(now => ApiKey.Decide(now, Tib)).ThenNothing();

        first.ShouldBeExactly(new MachineKeyIssued(Tib, new("a"), MachineKeyKind.ApiKey, Digest));
        (Webhook with { Name = new("a") })
            .Decide(Standing(Machine).Then(first), Tib)
            .ShouldBeRefused(AccessRefusals.KeyNameTaken, "#/name");
    }

    [Fact]
    public void Two_live_at_once_so_that_one_is_changed_without_a_gap()
    {
        var two = Standing(Machine).Then(ApiKey.Decide(Standing(Machine), Tib)).Then(Webhook.Decide(Standing(Machine), Tib));
        var third = Webhook with { Name = new("c") };
        third.Decide(two, Tib).ShouldBeRefused(AccessRefusals.TwoKeysLive);

        var revoked = two.Twice(now => RevokeKey.Decide(now, Tib, new("a"))).ThenNothing();
        revoked.ShouldBeExactly(new MachineKeyRevoked(Tib, new("a")));
        two.Then(revoked).LiveKeys(MachineKeyKind.ApiKey).ShouldBeEmpty();
        third.Decide(two.Then(revoked), Tib).Refusal.ShouldBeNull();
    }

    [Fact]
    public void A_machine_that_is_shut_out_has_no_live_key()
    {
        var standing = Standing(Machine).Then(ApiKey.Decide(Standing(Machine), Tib));
        standing.LiveKeys(MachineKeyKind.ApiKey).Count().ShouldBe(1);
        standing
            .After(new(new AccessClosed(Tib, Story.Text("Läckt")), 9, Guid.Empty, Story.Noon, Operator))
            .LiveKeys(MachineKeyKind.ApiKey)
            .ShouldBeEmpty();
    }

    [Fact]
    public void What_is_no_key_of_its_kind_is_refused_and_persons_have_none()
    {
        (ApiKey with { Sha256 = "abc" }).Decide(Standing(Machine), Tib).ShouldBeRefused(AccessRefusals.NoDigest, "#/sha256");
        (ApiKey with { Secret = Secret }).Decide(Standing(Machine), Tib).ShouldBeRefused(AccessRefusals.NoDigest, "#/sha256");
        (Webhook with { Secret = "whsec_c2hvcnQ=" }).Decide(Standing(Machine), Tib).ShouldBeRefused(AccessRefusals.NoSecret, "#/secret");
        ApiKey.Decide(Standing(), Tib).ShouldBeRefused(AccessRefusals.NoMachine);
        ApiKey.Decide(Standing(OldMachine), Tib).ShouldBeRefused(AccessRefusals.NoMachine);
        RevokeKey.Decide(Standing(), Tib, new("a")).ShouldBeRefused(AccessRefusals.NoMachine);
        RevokeKey.Decide(Standing(Machine), Tib, new("a")).ShouldBeRefused(AccessRefusals.NoSuchKey);
    }
}
