using System.Collections;
using System.Runtime.CompilerServices;

namespace CrisisCommand.Alarms.Cap;

/// <summary>A list equal to another when its items are: two readings of one alarm, from XML and from JSON, must compare equal.</summary>
[CollectionBuilder(typeof(CapList), nameof(CapList.Of))]
public sealed class CapList<T> : IReadOnlyList<T>, IEquatable<CapList<T>>
{
    private readonly T[] items;

    internal CapList(ReadOnlySpan<T> items) => this.items = items.ToArray();

    public int Count => items.Length;

    public T this[int index] => items[index];

    public bool Equals(CapList<T>? other) => other is not null && items.AsSpan().SequenceEqual(other.items);

    public override bool Equals(object? obj) => Equals(obj as CapList<T>);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in items)
            hash.Add(item);
        return hash.ToHashCode();
    }

    public override string ToString() => $"[{string.Join(", ", items)}]";

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Builds <see cref="CapList{T}"/> from a collection expression.</summary>
public static class CapList
{
    public static CapList<T> Of<T>(ReadOnlySpan<T> items) => new(items);
}
