using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;
using Microsoft.Extensions.Configuration;

namespace CrisisCommand.Tests;

/// <summary>What happened so far in a crisis, told by its events: one a minute from noon, by the CEO.</summary>
public static class Story
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    public static readonly PersonId Vd = new("vd");
    public static readonly FunctionKey Situation = new("situation");

    public static readonly ReferenceData Areas = ReferenceData.Load(new ConfigurationBuilder().Build());

    /// <summary>The KLO is convened with two functions, and the CEO leads.</summary>
    public static readonly IDomainEvent[] Led =
    [
        new KloConvened(
            PlanName.Normal,
            1,
            [new(FunctionKey.CrisisLeader, [Vd, new("vd-1")]), new(Situation, [new("situation"), new("situation-1")])]
        ),
        new FunctionStaffed(FunctionKey.CrisisLeader, Vd, Mandate.Holder),
    ];

    public static readonly KloStoodDown StoodDown = new(Text("Faran är över"));

    /// <summary>The time at which the fact of that version was recorded.</summary>
    public static DateTimeOffset At(int version) => Noon.AddMinutes(version);

    public static Guid Id(int version) => new(version, 0, 0, new byte[8]);

    public static CommittedText Text(string words) => CommittedText.Commit(words);

    public static IReadOnlyList<Fact> Of(params IEnumerable<IDomainEvent> events) =>
        [.. events.Select((e, i) => new Fact(e, i + 1, Id(i + 1), At(i + 1), Vd))];

    public static TState State<TState>(params IEnumerable<IDomainEvent> events)
        where TState : class, IState<TState> => Fold.Of<TState>(Of(events));

    /// <summary>Exactly these events, in this order, with this content.</summary>
    public static void ShouldBeExactly(this Outcome outcome, params IDomainEvent[] events)
    {
        outcome.Refusal.ShouldBeNull();
        outcome.Events.Select(Show).ShouldBe(events.Select(Show));
        outcome.Elsewhere.ShouldBeEmpty();
    }

    /// <summary>It was so already.</summary>
    public static void ShouldBeNothing(this Outcome outcome) => outcome.ShouldBe(Outcome.Nothing);

    /// <summary>This refusal, at this place of the input; its arguments are compared where the test names them.</summary>
    public static void ShouldBeRefused(this Outcome outcome, Refusal refusal, string? pointer = null)
    {
        outcome.Events.ShouldBeEmpty();
        var actual = outcome.Refusal.ShouldNotBeNull();
        (actual.Code, actual.Status, actual.Pointer).ShouldBe((refusal.Code, refusal.Status, pointer ?? refusal.Pointer));
        if (!refusal.Arguments.IsEmpty)
        {
            actual.ShouldBe(refusal);
        }
    }

    /// <summary>A value with all that is in it, so that two can be compared by content.</summary>
    public static string Show(object value) => $"{value.GetType().Name} {JsonSerializer.Serialize(value, value.GetType(), Plain)}";

    private static readonly JsonSerializerOptions Plain = new()
    {
        Converters = { new PlainText(), new JsonStringEnumConverter() },
        IncludeFields = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private sealed class PlainText : JsonConverter<CommittedText>
    {
        public override CommittedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, CommittedText value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
