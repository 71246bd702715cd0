using System.Collections;

namespace CrisisCommand.Tests.House;

/// <summary>Compares what records hold: collections by their items, all else by its own equality (a record's own compares collections by reference).</summary>
public static class Sameness
{
    public static void ShouldHoldTheSameAs(this object? actual, object? expected) => Differences(actual, expected, "").ShouldBeEmpty();

    public static IEnumerable<string> Differences(object? a, object? b, string at)
    {
        if (Equals(a, b))
        {
            return [];
        }

        if (a is null || b is null || a.GetType() != b.GetType() || a is string)
        {
            return [$"{at}: {a ?? "null"} is not {b ?? "null"}"];
        }

        if (a is IEnumerable first && b is IEnumerable second)
        {
            var (left, right) = (first.Cast<object?>().ToList(), second.Cast<object?>().ToList());
            return left.Count != right.Count
                ? [$"{at}: {left.Count} items, not {right.Count}"]
                : left.Zip(right).SelectMany((pair, i) => Differences(pair.First, pair.Second, $"{at}/{i}"));
        }

        var isPair = a.GetType().IsGenericType && a.GetType().GetGenericTypeDefinition() == typeof(KeyValuePair<,>);
        var properties = a.GetType()
            .GetProperties()
            .Where(p => (isPair || p.SetMethod is not null) && p.GetIndexParameters().Length == 0)
            .ToList();
        return properties.Count == 0
            ? [$"{at}: {a} is not {b}"]
            : properties.SelectMany(p => Differences(p.GetValue(a), p.GetValue(b), $"{at}/{p.Name}"));
    }
}
