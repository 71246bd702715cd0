using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Tests.House;

/// <summary>
/// Makes any event out of its constructor: the same values at every run, told apart by the names of the parameters, so that two events that
/// speak of <c>TaskId</c> speak of the same task.
/// </summary>
public static class Sample
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    /// <summary>With everything filled in.</summary>
    public static IDomainEvent Of(Type type) => (IDomainEvent)Make(type, type.Name)!;

    /// <summary>The full sample, and one more for every other value that a member can take: nothing, false, each name of an enumeration.</summary>
    public static IEnumerable<IDomainEvent> Variants(Type type) => MakeAll(type, type.Name).Cast<IDomainEvent>();

    /// <summary>Facts at versions 1, 2, 3 … as they would stand in one stream.</summary>
    public static IReadOnlyList<Fact> Facts(IEnumerable<IDomainEvent> events) =>
        [.. events.Select((e, i) => new Fact(e, i + 1, Ids.Named($"sample/{i + 1}"), Noon.AddMinutes(i), new PersonId("vd")))];

    /// <summary>Every committed text that an object is made of, however deep.</summary>
    public static IEnumerable<CommittedText> TextsIn(object? value) =>
        value switch
        {
            null or string => [],
            CommittedText text => [text],
            System.Collections.IEnumerable items => items.Cast<object?>().SelectMany(TextsIn),
            _ when !IsRecord(value.GetType()) => [],
            _ => ParametersOf(value.GetType()).SelectMany(p => TextsIn(value.GetType().GetProperty(p.Name!)!.GetValue(value))),
        };

    /// <summary>Every member of an enumeration that an object holds, however deep.</summary>
    public static IEnumerable<Enum> EnumerationsIn(object? value) =>
        value switch
        {
            null or string => [],
            Enum member => [member],
            System.Collections.IEnumerable items => items.Cast<object?>().SelectMany(EnumerationsIn),
            _ when !IsRecord(value.GetType()) => [],
            _ => ParametersOf(value.GetType()).SelectMany(p => EnumerationsIn(value.GetType().GetProperty(p.Name!)!.GetValue(value))),
        };

    private static object? Make(Type type, string name) => MakeAll(type, name).First();

    private static IEnumerable<object?> MakeAll(Type type, string name) =>
        Nullable.GetUnderlyingType(type) is { } known ? MakeAll(known, name).Append(null)
        : type == typeof(CommittedText) ? [CommittedText.Commit($"‹{name}›", SHA256.HashData(Encoding.UTF8.GetBytes(name)))]
        : type.IsEnum ? type.GetEnumValues().Cast<object>()
        : type == typeof(bool) ? [true, false]
        : ItemOf(type) is { } item ? [ArrayOf(type, item, Make(item, Singular(name)))]
        : IsRecord(type) && !IsKey(type) ? Records(type, name)
        : [Value(type, name)];

    private static object Value(Type type, string name) =>
        type == typeof(Guid) ? Ids.Named($"sample/{name}")
        : type == typeof(DateTimeOffset) ? Noon
        : type == typeof(int) ? 1
        : type == typeof(long) ? 1L
        : IsKey(type) ? KeyOf(type, name)
        : throw new NotSupportedException($"No sample is known for {type} ({name}): tell Sample how to make one.");

    /// <summary>All members full first; then one member at a time takes each of its other values.</summary>
    private static IEnumerable<object?> Records(Type type, string name)
    {
        var values = ParametersOf(type).Select(p => Alternatives(p).ToList()).ToList();
        var full = values.Select(v => v[0]).ToArray();
        yield return Construct(type, full);
        for (var at = 0; at < values.Count; at++)
        {
            foreach (var other in values[at].Skip(1))
            {
                yield return Construct(type, [.. full.Select((value, i) => i == at ? other : value)]);
            }
        }
    }

    private static IEnumerable<object?> Alternatives(ParameterInfo parameter)
    {
        var values = MakeAll(parameter.ParameterType, parameter.Name!);
        var mayBeNull =
            !parameter.ParameterType.IsValueType && new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
        return mayBeNull ? values.Append(null) : values;
    }

    private static object Construct(Type type, object?[] values) => Constructor(type).Invoke(values);

    /// <summary>The primary constructor of a record, or the only one there is.</summary>
    private static ConstructorInfo Constructor(Type type) =>
        type.GetConstructors()
            .Where(c => c.GetParameters() is not [{ } only] || only.ParameterType != type)
            .MaxBy(c => c.GetParameters().Length)
        ?? throw new NotSupportedException($"{type} has no public constructor.");

    private static ParameterInfo[] ParametersOf(Type type) => Constructor(type).GetParameters();

    private static bool IsRecord(Type type) =>
        type is { IsPrimitive: false, IsEnum: false }
        && (type.Assembly == typeof(Program).Assembly || type.Assembly == typeof(Sample).Assembly)
        && type != typeof(CommittedText);

    /// <summary>A value that is one string to the outside.</summary>
    private static bool IsKey(Type type) =>
        type.IsValueType && IsRecord(type) && ParametersOf(type) is [{ ParameterType: var inner }] && inner == typeof(string);

    /// <summary>A key that the product itself knows, where there is one: a person is who the member says.</summary>
    private static object KeyOf(Type type, string name) =>
        type != typeof(PersonId)
        && type.GetFields(BindingFlags.Public | BindingFlags.Static).FirstOrDefault(f => f.FieldType == type) is { } known
            ? known.GetValue(null)!
            : Construct(type, [string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{c}" : $"{c}")).ToLowerInvariant()]);

    private static Type? ItemOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType
        && type.GetGenericTypeDefinition() is var d
        && (d == typeof(ImmutableArray<>) || d == typeof(IReadOnlyList<>) || d == typeof(ImmutableList<>))
            ? type.GetGenericArguments()[0]
        : null;

    private static object ArrayOf(Type type, Type item, object? only)
    {
        var items = Array.CreateInstance(item, 1);
        items.SetValue(only, 0);
        return type.IsGenericType && type.GetGenericTypeDefinition() is var d && d != typeof(IReadOnlyList<>)
            ? (d == typeof(ImmutableArray<>) ? typeof(ImmutableArray) : typeof(ImmutableList))
                .GetMethods()
                .Single(m =>
                    m.Name == "CreateRange"
                    && m.GetParameters() is [{ ParameterType: { IsGenericType: true } p }]
                    && p.GetGenericTypeDefinition() == typeof(IEnumerable<>)
                )
                .MakeGenericMethod(item)
                .Invoke(null, [items])!
            : items;
    }

    private static string Singular(string name) => name.EndsWith('s') ? name[..^1] : name;
}
