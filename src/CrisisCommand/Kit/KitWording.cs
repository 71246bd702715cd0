using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Kit;

/// <summary>What the sheets on paper say beside names, numbers and what stands in the journal.</summary>
public sealed class KitWording(Words words)
{
    public string Language => words.Culture.TwoLetterISOLanguageName;

    public string Say(string key, params object?[] arguments) => words.Say("kit.page." + key, arguments);

    /// <summary>Local date and minute with its offset.</summary>
    public string Minute(DateTimeOffset time)
    {
        var local = words.Time(time);
        return $"{local[..16]} {local[20..]}";
    }

    /// <summary>The local day.</summary>
    public string Day(DateTimeOffset time) => words.Time(time)[..10];

    /// <summary>The minute alone, where the sheet says the day.</summary>
    public string Clock(DateTimeOffset time) => words.Time(time)[11..16];

    /// <summary>The second alone, where the sheet says the day.</summary>
    public string Second(DateTimeOffset time) => words.Time(time)[11..19];

    /// <summary>The minute alone on the day of <paramref name="beside"/>, else with its date.</summary>
    public string Near(DateTimeOffset time, DateTimeOffset beside) => Day(time) == Day(beside) ? Clock(time) : $"{Day(time)} {Clock(time)}";

    public string Function(FunctionKey? function) => words.Function(function);

    public string Capacity(Capacity? capacity) => words.Capacity(capacity);

    public string Kind(IncidentKind kind) => words.Kind(kind);

    public string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => words.Of(value);
}
