using System.Text.Json.Nodes;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>The OpenAPI document says of every endpoint what it truly answers.</summary>
public class OpenApiTests(Product product)
{
    [Fact]
    public async Task Every_endpoint_names_its_one_kind_of_success_and_the_problems_it_may_meet()
    {
        var document = JsonNode.Parse(await product.Http.GetStringAsync("/swagger/v1/swagger.json"))!;
        var operations = document["paths"]!
            .AsObject()
            .SelectMany(p => p.Value!.AsObject(), (path, method) => (Name: $"{method.Key} {path.Key}", Of: method.Value!));
        var said = operations.ToList();

        said.Count.ShouldBeGreaterThan(35);
        foreach (var (name, operation) in said)
        {
            var answers = operation["responses"]!.AsObject();
            var successes = answers.Where(a => a.Key.StartsWith('2')).ToList();
            successes.ShouldNotBeEmpty(name);
            successes.Select(s => s.Key).ShouldBeSubsetOf(["200", "201", "202", "204"], name);
            // Done, or not done yet: what waits for somebody says so.
            (successes.Any(s => s.Key == "204") && successes.Count(s => s.Key != "202") > 1).ShouldBeFalse(
                $"{name} answers a body or none, not either"
            );
            successes.Where(s => s.Key != "204").ShouldAllBe(s => s.Value!["content"]!.AsObject().Count > 0, name);
            if (!name.EndsWith("/reference", StringComparison.Ordinal))
            {
                answers["401"]!["content"]!["application/problem+json"].ShouldNotBeNull(name);
            }
        }
    }
}
