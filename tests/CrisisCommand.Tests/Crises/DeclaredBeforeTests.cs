using System.Collections.Immutable;
using CrisisCommand.Crises;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Reference;
using Microsoft.Extensions.Configuration;
using static CrisisCommand.Tests.Crises.CrisisGiven;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Crises;

/// <summary>What is declared once is not declared a moment later without being asked.</summary>
public class DeclaredBeforeTests
{
    private static readonly ReferenceData Reference = ReferenceData.Load(new ConfigurationBuilder().Build());
    private static readonly Guid Other = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8059");
    private static readonly DeclareCrisis Declare = new(new("fire"), Text("Brand i Hökarängen"), Text("Rök"), [IncidentId]);
    private static readonly ImmutableHashSet<string> Here = ["area hokarangen", "place LINGVÄGEN 8"];
    private static readonly DeclaredBefore Before = new(Other, new("storm"), Noon, "Storm", [], ["area ragsved"]);

    [Fact]
    public void An_incident_of_an_open_crisis_is_in_it_however_long_ago_that_was()
    {
        var before = Before with { Incidents = [IncidentId] };
        Refused(before, after: TimeSpan.FromHours(9));
        Declared(before with { Incidents = [Other] });
    }

    [Fact]
    public void The_same_title_within_ten_minutes_is_the_same_crisis_whatever_was_typed_beside_the_words()
    {
        Refused(Before with { Title = "Brand i Hökarängen" });
        Refused(Before with { Title = "  brand i  HÖKARÄNGEN " }, after: TimeSpan.FromMinutes(10));
        Declared(Before with { Title = "Brand i Hökarängen" }, after: TimeSpan.FromMinutes(10) + TimeSpan.FromTicks(1));
        Declared(Before with { Title = "Brand i Hökarängen 2" });
        Declared(Before with { Title = null });
    }

    [Fact]
    public void The_same_kind_at_the_same_place_is_the_same_crisis()
    {
        Refused(Before with { Kind = new("fire"), Places = ["area hokarangen"] });
        Refused(Before with { Kind = new("fire"), Places = ["place LINGVÄGEN 8"] });
        Declared(Before with { Kind = new("fire") });
        Declared(Before with { Places = Here });
        Declared(Before with { Kind = new("fire"), Places = Here }, after: TimeSpan.FromMinutes(11));
    }

    [Fact]
    public void Whoever_means_another_crisis_says_so()
    {
        var before = Before with { Title = "Brand i Hökarängen", Incidents = [IncidentId] };
        Decide(Declare with { EvenSo = false }, before).ShouldBeRefused(CrisisRefusals.AlreadyDeclared);
        Decide(Declare with { EvenSo = true }, before).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Of_several_the_newest_is_named()
    {
        var older = Before with { Title = "Brand i Hökarängen" };
        var newer = older with { CrisisId = CrisisId, DeclaredAt = Noon.AddMinutes(1) };
        Decide(Declare, newer, older).Refusal!.Members["crisisId"].ShouldBe(CrisisId);
    }

    [Fact]
    public void Every_declaration_is_entered_beside_the_others_of_the_last_ten_minutes()
    {
        TwiceIssued
            .Stateless(() => Decide(Declare))
            .Elsewhere.Single(e => e.Stream == Declarations.Stream)
            .Events.ShouldBe([new CrisisEntered(CrisisId)]);
        Guid[] ids = [IncidentId, Other, CrisisId];
        var known = ids.Select((id, i) => new Fact(new CrisisEntered(id), i + 1, Story.Id(i), Noon.AddMinutes(8 * i), Vd))
            .Aggregate(Declarations.Initial, (declared, fact) => declared.After(fact));
        known.Last.Select(d => d.CrisisId).ShouldBe([Other, CrisisId]);
        known.Since(Noon.AddMinutes(9)).ShouldBe([CrisisId]);
    }

    private static void Refused(DeclaredBefore before, TimeSpan after = default)
    {
        var outcome = Decide(Declare, after, before);
        outcome.ShouldBeRefused(CrisisRefusals.AlreadyDeclared);
        outcome.Refusal!.Members["crisisId"].ShouldBe(before.CrisisId);
    }

    private static void Declared(DeclaredBefore before, TimeSpan after = default) => Decide(Declare, after, before).Refusal.ShouldBeNull();

    private static Outcome Decide(DeclareCrisis declare, params DeclaredBefore[] before) => Decide(declare, default, before);

    private static Outcome Decide(DeclareCrisis declare, TimeSpan after, params DeclaredBefore[] before) =>
        declare.Decide(CrisisId, Plan, null, Reference, Noon + after, Times, grounds: new([.. before], Here));

    private static readonly KloPlan Plan = Fold.Of<KloPlan>(
        Facts(new PlanAdopted(PlanName.Normal, [new(Leader, Text("Krisledare (VD)"), Text("Leder"), Vd, [Vd1])]))
    );
}
