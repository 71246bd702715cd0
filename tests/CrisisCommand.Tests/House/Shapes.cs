using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Tests.House;

/// <summary>How events, states and commands are made. Each rule gives what breaks it, one line per offence.</summary>
public static class Shapes
{
    private static readonly Type[] Wordy =
    [
        typeof(string),
        typeof(object),
        typeof(Uri),
        typeof(JsonElement),
        typeof(JsonNode),
        typeof(char),
    ];

    public static IEnumerable<Type> Events(Code code) => code.Implementing(typeof(IDomainEvent));

    /// <summary>What decides, and what comes in as a <see cref="Command{TContent}"/>.</summary>
    public static IEnumerable<Type> Commands(Code code) =>
        code
            .Types.Where(t => t.GetMethods().Any(m => m.Name == "Decide" && m.ReturnType == typeof(Outcome)))
            .Concat(code.Types.SelectMany(Received))
            .Where(t => code.FeatureOf(t.Namespace) is not (null or "Platform"))
            .Distinct();

    public static IEnumerable<string> EventsAreSealed(Code code) => Events(code).Where(e => !e.IsSealed).Select(e => $"{e} is not sealed");

    public static IEnumerable<string> EventNamesAreUnique(Code code) =>
        from e in Events(code)
        group e by e.Name into named
        where named.Count() > 1
        select $"{named.Key} is {string.Join(" and ", named.Select(e => e.FullName).Order(StringComparer.Ordinal))}";

    public static IEnumerable<string> EventsHoldNoPlainText(Code code) => Events(code).SelectMany(e => PlainTexts(e, e.Name, []));

    public static IEnumerable<string> FactsAndStatesNeverChange(Code code) =>
        from type in Events(code).Concat(code.Implementing(typeof(IState<>))).SelectMany(t => Parts(code, t).Prepend(t)).Distinct()
        from member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
        where
            member is PropertyInfo { SetMethod: { IsPublic: true } setter }
                ? !IsInit(setter)
                : member is FieldInfo { IsInitOnly: false, IsLiteral: false }
        select $"{type.Name}.{member.Name} can be set";

    /// <summary>Our own types that a type is made of, at any depth.</summary>
    public static IReadOnlyCollection<Type> Parts(Code code, Type whole)
    {
        var (found, open) = (new HashSet<Type>(), new Stack<Type>([whole]));
        while (open.TryPop(out var type))
        {
            foreach (var part in Facets(type).SelectMany(p => Atoms(p.PropertyType)))
            {
                if (part.Assembly == code.Assembly && code.FeatureOf(part.Namespace) is not null && !part.IsEnum && found.Add(part))
                {
                    open.Push(part);
                }
            }
        }

        return found;
    }

    private static IEnumerable<string> PlainTexts(Type type, string path, HashSet<Type> above)
    {
        foreach (var property in Facets(type))
        {
            var at = $"{path}.{property.Name}";
            foreach (var atom in Atoms(property.PropertyType))
            {
                if (Wordy.Contains(atom))
                {
                    yield return $"{at} is a plain {atom.Name}";
                }
                else if (!IsNamedValue(atom) && atom.Assembly == type.Assembly && above.Add(atom))
                {
                    foreach (var deeper in PlainTexts(atom, at, above))
                    {
                        yield return deeper;
                    }
                }
            }
        }
    }

    /// <summary>Commitments, keys, and values with a name and a JSON form of their own, such as ids that other systems gave.</summary>
    private static bool IsNamedValue(Type type) =>
        type == typeof(CommittedText) || type.IsEnum || (type.IsValueType && type.GetCustomAttribute<JsonConverterAttribute>() is not null);

    /// <summary>What is stored of a type; what it says through its contract is computed.</summary>
    private static IEnumerable<PropertyInfo> Facets(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0 && p is not { CanWrite: false, Name: nameof(IDomainEvent.Texts) });

    /// <summary>A type without what wraps it: nullable, array, collection, pair.</summary>
    private static IEnumerable<Type> Atoms(Type type) =>
        type.IsArray ? Atoms(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Atoms).Append(type)
        : [type];

    private static IEnumerable<Type> Received(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance)
            .SelectMany(m => m.GetParameters())
            .Where(p => p.ParameterType.IsGenericType && p.ParameterType.GetGenericTypeDefinition() == typeof(Command<>))
            .Select(p => p.ParameterType.GetGenericArguments()[0])
            .Where(t => !t.IsGenericParameter);

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
}
