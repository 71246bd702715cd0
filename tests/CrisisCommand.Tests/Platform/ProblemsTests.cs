using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Tests.Platform;

public class ProblemsTests
{
    private static readonly Refusal Fault = new("platform.field-unknown", 400);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(50, 50)]
    [InlineData(51, 50)]
    [InlineData(200_000, 50)]
    public void At_most_fifty_faults_are_listed(int faults, int listed) => Of(faults).Count.ShouldBe(listed);

    [Fact]
    public void The_last_says_how_many_are_not()
    {
        var errors = Of(200_000);

        errors[48].Pointer.ShouldBe("#/f48");
        errors[49].ShouldBe(new FieldError("Ytterligare 199951 fel räknas inte upp här.", "#"));
    }

    [Fact]
    public void What_the_sender_wrote_is_said_back_only_so_far_as_to_be_known_again()
    {
        var name = new string('x', 299) + "😀" + new string('y', 2_000_000);
        var problem = Problems.Of(Problems.InvalidBody, new Words(Words.Swedish), [($"#/{name}", Fault.With(name))]);

        var error = problem.Errors!.ShouldHaveSingleItem();
        error.Pointer.Length.ShouldBeLessThan(310);
        error.Detail.Length.ShouldBeLessThan(400);
        error.Detail.ShouldContain(new string('x', 299) + "…");
    }

    private static List<FieldError> Of(int faults) =>
        Problems.Listed(Enumerable.Range(0, faults).Select(n => ($"#/f{n}", Fault.With($"f{n}"))).ToList(), new Words(Words.Swedish));
}
