using CrisisCommand.Decisions;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Access;

/// <summary>
/// Who may do what: every endpoint × everybody × (member, not) × (live, exercise) × (open, stood down), asked over HTTP, as approved in
/// <c>Matrix.approved.md</c>, and held against what the issue says whatever was approved.
/// </summary>
public class MatrixTests(Product product)
{
    [Fact]
    public async Task The_whole_matrix_is_as_approved_and_as_ordered()
    {
        var matrix = await Asked();

        matrix.Faults().ShouldBeEmpty();
        matrix.Cells.Count.ShouldBeGreaterThan(5_000);
        Approval.Of("Access/Matrix", matrix.ToString());
    }

    [Theory]
    [InlineData("TakeDecision", "deputy", '+')]
    [InlineData("WriteEntry", "observer", '+')]
    [InlineData("DeclareCrisis", "machine-by-key", '+')]
    [InlineData("GetBoard", "auditor-elsewhere", '-')]
    [InlineData("GetBoard", "employee", '-')]
    [InlineData("GetCrisis", "exercise-controller", '+')]
    [InlineData("TakeDecision", "leader", '-')]
    public void A_hole_in_the_matrix_is_found(string endpoint, string who, char answer)
    {
        var needs = endpoint switch
        {
            "TakeDecision" => DecisionsCapabilities.TakeDecision,
            "WriteEntry" => JournalCapabilities.WriteJournal,
            "DeclareCrisis" => KloCapabilities.DeclareCrisis,
            _ => KloCapabilities.ReadCrisis,
        };
        var cell = new Cell(
            endpoint,
            needs,
            needs != KloCapabilities.DeclareCrisis,
            needs == KloCapabilities.ReadCrisis,
            "live",
            true,
            who == "leader" || who == "deputy",
            who,
            answer
        );
        new Matrix([cell]).Faults().ShouldNotBeEmpty();
    }

    private async Task<Matrix> Asked()
    {
        var asks = Ask.All(product);
        var cells = new List<Cell>();
        foreach (var realm in new[] { "live", "ovning" })
        {
            var cast = await Cast.Of(product, realm);
            var scenes = await Scene.In(product, realm, cast);
            await Fill(
                asks.Where(a => !a.IsInCrisis),
                scenes[0] with
                {
                    Members = true,
                },
                cast,
                cells,
                $"{(realm == "live" ? "live" : "exercise")}, outside crises"
            );
            foreach (var scene in scenes)
            {
                await Fill(asks.Where(a => a.IsInCrisis), scene, cast, cells, scene.Name);
            }
        }

        return new(cells);
    }

    private static async Task Fill(IEnumerable<Ask> asks, Scene scene, Cast cast, List<Cell> cells, string name)
    {
        foreach (var ask in asks)
        {
            foreach (var (who, caller) in cast.Everybody)
            {
                // What is over takes no effect any more: there the rule itself is asked, and not stopped at the version before it.
                var answer = await ask.By(caller, scene.Values, takesEffect: scene.Over && ask.IsInCrisis && !ask.IsRead);
                cells.Add(new(ask.Name, ask.Needs, ask.IsInCrisis, ask.IsRead, name, scene.Realm == "live", scene.Members, who, answer));
            }
        }
    }
}
