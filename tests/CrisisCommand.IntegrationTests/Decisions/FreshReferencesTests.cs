using System.Net;
using CrisisCommand.IntegrationTests.Access;
using CrisisCommand.Journal;
using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.IntegrationTests.Decisions;

/// <summary>Nothing that a decision refers to is refused because this node has not heard of it yet.</summary>
public class FreshReferencesTests(Product product)
{
    [Fact]
    public async Task Who_was_registered_on_another_node_and_what_was_written_there_may_be_referred_to_at_once()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        // This node has read who is known, and remembers the crisis.
        (await Decide(vd, crisis, "nobody-knows-them", []))
            .ShouldBe(HttpStatusCode.BadRequest)
            .Problem.ShouldBe("decisions.unknown-executor");
        var person = new PersonId($"elsewhere-{Fresh.Id():N}");
        await using var other = new OtherNode(product);
        await other.Append(
            StreamKinds.Person,
            CrisisCommand.People.Person.StreamOf(person),
            new PersonRegistered(person, CommittedText.Commit("Kim Ny"), null, null, null)
        );
        await other.Append(
            StreamKinds.Crisis,
            crisis,
            new EntryWritten(TimeProvider.System.GetUtcNow(), CommittedText.Commit("TiB ringde"), EntryCategory.Observation, null)
        );
        var written = (await product.StoredEvents(crisis)).Last(e => (string)e!["type"]! == "entry_written")!["id"]!.GetValue<Guid>();

        (await Decide(vd, crisis, person.Value, [written])).ShouldBe(HttpStatusCode.Created);
        (await Decide(vd, crisis, person.Value, [written])).ShouldBe(HttpStatusCode.Created);
    }

    private static Task<Reply> Decide(Caller by, Guid crisis, string executor, Guid[] basis) =>
        by.Post(
            $"/crises/{crisis}/decisions",
            new
            {
                decision = "Utrym hus 4",
                evenSo = true,
                motive = "Rasrisk",
                executor,
                basis,
            }
        );
}
