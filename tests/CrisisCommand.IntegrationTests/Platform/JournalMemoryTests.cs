using CrisisCommand.Access;
using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>What a node remembers of a stream goes forward only, whoever is slower.</summary>
public class JournalMemoryTests(Product product)
{
    /// <summary>
    /// One commit to two streams remembers them one after the other. Whoever hears of the first goes on with the second, which so is
    /// remembered further on than the commit that comes to it last.
    /// </summary>
    [Fact]
    public async Task An_older_snapshot_that_comes_late_does_not_cover_a_newer_one()
    {
        using var journals = new Journals(
            product.Services.GetRequiredService<IDocumentStore>(),
            product.Services.GetRequiredService<EventCatalogue>(),
            product.Services.GetRequiredService<JournalReading>(),
            product.Services.GetRequiredService<JournalBreaks>(),
            product.Services.GetRequiredService<CommitAttempt>(),
            TimeProvider.System
        );
        var (first, second) = (NewPerson(), NewPerson());
        var heard = false;
        journals.Committed += committed =>
        {
            if (!heard && committed.Head.Id == Person.StreamOf(first))
            {
                heard = true;
                GoOn(journals, second).GetAwaiter().GetResult();
            }
        };

        await Commit(journals, Registered(journals, first), Registered(journals, second));

        heard.ShouldBeTrue();
        journals.Cached(Realm.Live, StreamKinds.Person, Person.StreamOf(second))!.Version.ShouldBe(2);
        journals.Cached(Realm.Live, StreamKinds.Person, Person.StreamOf(first))!.Version.ShouldBe(1);
    }

    private static PersonId NewPerson() => new($"remembered-{Fresh.Id():N}");

    private static Append Registered(Journals journals, PersonId person) =>
        new(
            journals.Empty(StreamKinds.Person, Person.StreamOf(person)),
            [new PersonRegistered(person, CommittedText.Commit("Kim"), null, null, null)]
        );

    private static async Task GoOn(Journals journals, PersonId person)
    {
        var head = await journals.Load(Realm.Live, StreamKinds.Person, Person.StreamOf(person), default).ConfigureAwait(false);
        await Commit(journals, new Append(head!, [new RoleGranted(person, StandingRole.LogKeeper, RoleReach.Realm)])).ConfigureAwait(false);
    }

    private static async Task Commit(Journals journals, params Append[] appends)
    {
        var context = CommandContext.Internal(Realm.Live, TimeProvider.System, "memory", "memory");
        (await journals.Commit(context, null, appends, _ => null, default).ConfigureAwait(false)).ShouldBeOfType<CommitResult.Done>();
    }
}
