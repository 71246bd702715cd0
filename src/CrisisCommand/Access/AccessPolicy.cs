using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Access;

/// <summary>
/// The matrix: which capabilities come with what a person is. Data (<c>Access/access.json</c>), since the functions of a plan are data too.
/// A right that ends in <c>:own</c> holds for the person's own function only; <c>*</c> is every capability.
/// </summary>
/// <param name="Anybody">Whoever has a valid token.</param>
/// <param name="Known">Whoever is registered in the realm and not shut out.</param>
/// <param name="PlannedLeader">The crisis leader by the adopted plans: the CEO.</param>
/// <param name="PlannedLeaderDeputy">The CEO's deputies.</param>
/// <param name="PlannedHolder">The ordinary holder of any other function.</param>
/// <param name="Planned">Anybody in an adopted plan.</param>
/// <param name="Leader">In a crisis: who leads it.</param>
/// <param name="Convener">In a crisis: who declared it, also once another leads.</param>
/// <param name="Holder">In a crisis: who holds any function.</param>
/// <param name="Delegated">In a crisis: who holds a function to which decisions are delegated.</param>
/// <param name="Functions">In a crisis: what comes with one function beside that.</param>
/// <param name="Member">In a crisis: whoever its plan names, or who was summoned.</param>
/// <param name="Admitted">In a crisis: a reader from outside.</param>
/// <param name="Machine">Whatever is registered as a machine and not shut out; beside it a machine has nothing but what anybody has.</param>
/// <param name="Confining">Roles whose bearers have what the role says and nothing else.</param>
/// <param name="Admissible">Outside crises: whoever has a role that reaches only where they are admitted.</param>
/// <param name="Roles">What a standing role gives; what of it is about crises, only within the role's reach.</param>
/// <param name="OnDuty">About an incident: whoever the roster has on duty, as long as it has. A file that says nothing of it gives nothing.</param>
/// <param name="Reporter">About an incident: whoever brought it in. The same.</param>
public sealed record AccessPolicy(
    Rights Anybody,
    Rights Known,
    Rights PlannedLeader,
    Rights PlannedLeaderDeputy,
    Rights PlannedHolder,
    Rights Planned,
    Rights Leader,
    Rights Convener,
    Rights Holder,
    Rights Delegated,
    IReadOnlyDictionary<FunctionKey, Rights> Functions,
    Rights Member,
    Rights Admitted,
    Rights Machine,
    IReadOnlyList<StandingRole> Confining,
    Rights Admissible,
    IReadOnlyDictionary<StandingRole, Rights> Roles,
    Rights? OnDuty = null,
    Rights? Reporter = null
)
{
    public Rights OnDuty { get; } = OnDuty ?? Rights.None;

    public Rights Reporter { get; } = Reporter ?? Rights.None;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = AccessPolicyJson.Default,
        Converters = { new KebabEnums(), new RightsConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    public static AccessPolicy Load(IConfiguration configuration)
    {
        using var stream = configuration["Access:File"] is { Length: > 0 } file
            ? File.OpenRead(file)
            : typeof(AccessPolicy).Assembly.GetManifestResourceStream("CrisisCommand.Access.access.json")!;
        return JsonSerializer.Deserialize<AccessPolicy>(stream, Options)
            ?? throw new InvalidOperationException("The access policy is empty.");
    }
}

/// <summary>Capabilities that come together.</summary>
public sealed record Rights(FrozenSet<Capability> Anywhere, FrozenSet<Capability> OwnFunction)
{
    public static readonly Rights None = new([], []);

    /// <param name="own">Whether what is asked about is the person's own function.</param>
    public bool Give(Capability capability, bool own = false) => Anywhere.Contains(capability) || (own && OwnFunction.Contains(capability));

    /// <summary>Whether there is anything at all that it is given for.</summary>
    public bool EverGive(Capability capability) => Give(capability, own: true);
}

/// <summary>A list of capabilities in kebab-case, some of them <c>:own</c>.</summary>
public sealed class RightsConverter : JsonConverter<Rights>
{
    private const string Own = ":own";

    public override Rights Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var (anywhere, own) = (new HashSet<Capability>(), new HashSet<Capability>());
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            var said = reader.GetString()!;
            var (into, name) = said.EndsWith(Own, StringComparison.Ordinal) ? (own, said[..^Own.Length]) : (anywhere, said);
            if (name == "*")
            {
                into.UnionWith(KnownCapabilities.All);
            }
            else
            {
                into.Add(KnownCapabilities.All.Contains(new(name)) ? new(name) : throw new JsonException($"'{name}' is no capability."));
            }
        }

        return new(anywhere.ToFrozenSet(), own.ToFrozenSet());
    }

    public override void Write(Utf8JsonWriter writer, Rights value, JsonSerializerOptions options) => throw new NotSupportedException();
}

[JsonSerializable(typeof(AccessPolicy))]
public sealed partial class AccessPolicyJson : JsonSerializerContext;
