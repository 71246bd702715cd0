using CrisisCommand.People;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Tests.People;

/// <summary>Which texts are looked for, however they are come by: whatever is spoken, and nothing else.</summary>
public class SpeakerTests
{
    private static readonly CommittedText Title = Kept("Brand");
    private static readonly CommittedText Reason = Kept("Rök");
    private readonly List<string> _looked = [];

    [Fact]
    public async Task A_text_that_no_list_names_is_spoken()
    {
        (await Say(w => $"{w.Text(Title)}: {w.Text(Reason)}")).ShouldBe("Brand: Rök");

        _looked.ShouldBe(["Brand, Rök"]);
    }

    [Fact]
    public async Task A_text_that_is_spoken_only_because_of_another_is_spoken()
    {
        (await Say(w => Words.IsSaid(w.Text(Title)) ? w.Text(Reason) : "")).ShouldBe("Rök");

        _looked.ShouldBe(["Brand", "Brand, Rök"]);
    }

    [Fact]
    public async Task What_is_not_there_is_looked_for_once_and_said_to_be_missing()
    {
        var lost = CommittedText.Stored("lost");

        (await Say(w => $"{w.Text(lost)} {w.Text(lost)}")).ShouldBe($"{Words.Missing} {Words.Missing}");

        _looked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Where_no_text_is_spoken_none_is_looked_for()
    {
        (await Say(w => w.Text(null) + w.Text(CommittedText.Commit("just written")))).ShouldBe("just written");

        _looked.ShouldBeEmpty();
    }

    private Task<string> Say(Func<Words, string> wording) =>
        Speaker.Worded(
            (opened, wanted) => new(Words.Swedish, opened, wanted: wanted),
            texts =>
            {
                var found = new[] { (Title, "Brand"), (Reason, "Rök") }.Where(t => texts.Contains(t.Item1)).ToList();
                _looked.Add(string.Join(", ", found.Select(t => t.Item2)));
                return Task.FromResult<OpenedTexts>(found.ToDictionary(t => t.Item1.Commitment, t => t.Item2));
            },
            wording
        );

    private static CommittedText Kept(string words) => CommittedText.Stored(CommittedText.Commit(words).Commitment);
}
