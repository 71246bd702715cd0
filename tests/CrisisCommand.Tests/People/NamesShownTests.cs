using System.Collections.Immutable;
using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Tests.People;

public class NamesShownTests
{
    [Fact]
    public void Whoever_looks_like_another_is_shown_with_their_id()
    {
        var names = Of(("vd", "Karin Lund"), ("x-1", "Кarin  lund"), ("jour", "Mona Ek")).Shown;

        names[new("vd")].ShouldBe("Karin Lund (vd)");
        names[new("x-1")].ShouldBe("Кarin  lund (x-1)");
        names[new("jour")].ShouldBe("Mona Ek");
    }

    [Fact]
    public void Whoever_is_called_as_another_s_id_or_as_the_system_is_shown_with_their_id()
    {
        var names = Of(("vd", "Karin Lund"), ("x-1", "VD"), ("x-2", "Systemet"), ("tib", "TiB")).Shown;

        names[new("x-1")].ShouldBe("VD (x-1)");
        names[new("x-2")].ShouldBe("Systemet (x-2)");
        names[new("tib")].ShouldBe("TiB", "a name that is one's own id is nobody else's");
    }

    [Fact]
    public void Whoever_writes_another_s_id_behind_their_name_is_shown_with_their_own()
    {
        var names = Of(("vd", "Karin Lund"), ("x-1", "Karin Lund (vd)"), ("x-2", "Кarin Lund ( VD )"), ("jour", "Mona (Monika) Ek")).Shown;

        names[new("vd")].ShouldBe("Karin Lund (vd)");
        names[new("x-1")].ShouldBe("Karin Lund (vd) (x-1)");
        names[new("x-2")].ShouldBe("Кarin Lund ( VD ) (x-2)");
        names[new("jour")].ShouldBe("Mona (Monika) Ek");
        Of(("x-1", "Mona Ek (vd)"), ("vd", "Karin Lund")).Shown[new("x-1")].ShouldBe("Mona Ek (vd) (x-1)");
    }

    [Fact]
    public void A_name_taken_later_shows_on_both()
    {
        var names = Of(("vd", "Karin Lund")).With(new("x-1"), "Karin\u200b Lund").Shown;

        names.Values.ShouldBe(["Karin Lund (vd)", "Karin\u200b Lund (x-1)"], ignoreOrder: true);
        new Words(Words.Swedish, nameOf: p => names.GetValueOrDefault(p)).Person(new("vd")).ShouldBe("Karin Lund (vd)");
    }

    private static NamesShown Of(params (string Id, string Name)[] persons) =>
        new(persons.ToImmutableDictionary(p => new PersonId(p.Id), p => p.Name));
}
