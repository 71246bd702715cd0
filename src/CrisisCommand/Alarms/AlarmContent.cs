using System.Text.Json;
using System.Text.Json.Serialization;
using CrisisCommand.Alarms.Cap;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Alarms;

/// <summary>
/// What a message says, as a digest: the same for the same message in another spelling, wrapper or form, and in a feed that has grown. A
/// feed that is fetched again is not news, and bytes that differ by white space alone are none either.
/// </summary>
internal static class AlarmContent
{
    public static ForeignId Of(CapAlert alert) =>
        new(AlarmIntake.Digest(JsonSerializer.SerializeToUtf8Bytes(alert with { SentAsWritten = "" }, AlarmContentJson.Default.CapAlert)));

    /// <param name="spoken">How HTTP writes it: the words themselves, since commitments to the same words differ.</param>
    public static ForeignId Of(ReceiveTypedAlarm typed, JsonSerializerOptions spoken) =>
        new(AlarmIntake.Digest(JsonSerializer.SerializeToUtf8Bytes(typed, spoken)));
}

[JsonSourceGenerationOptions(Converters = [typeof(UtcConverter)])]
[JsonSerializable(typeof(CapAlert))]
internal sealed partial class AlarmContentJson : JsonSerializerContext;
