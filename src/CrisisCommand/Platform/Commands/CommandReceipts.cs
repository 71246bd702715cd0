using System.Text.Json;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Telemetry;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.Options;

namespace CrisisCommand.Platform.Commands;

/// <summary>What commands were answered: the same command is one answer for ever.</summary>
public sealed class CommandReceipts(Journals journals, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json)
{
    /// <summary>What was answered when a command of this key was carried out; null where none was.</summary>
    public async Task<Handled?> Replay(CommandContext context, CancellationToken token)
    {
        if (context.Key is not { } key || await journals.ReceiptOf(context, token) is not { } receipt)
        {
            return null;
        }

        Instruments.Replays.Add(1);
        return receipt.PayloadHash.AsSpan().SequenceEqual(key.PayloadHash)
            ? new Handled.Answered(receipt.Answer, Replayed: true)
            : new Handled.Refused(Problems.KeyReused, null);
    }

    /// <summary>A refusal of the rules, or "already so", is an answer for ever as well; a missing stream or a moved version is not.</summary>
    public async Task<Handled> Settle(CommandContext context, Decision.Made made, long version, CancellationToken token)
    {
        var outcome = made.Outcome;
        if (outcome.Refusal is { } refusal)
        {
            Instruments.Refusals.Add(1, new KeyValuePair<string, object?>("code", refusal.Code));
            if (refusal.Status != 409 || context.Key is null)
            {
                return new Handled.Refused(refusal, refusal.Status == 412 ? version : null);
            }
        }

        var answer = outcome.Refusal is { } refused
            ? Refused(context, refused)
            : (made.Already ?? new Answer(204)) with
            {
                Version = version,
            };
        if (Receipt.Of(context, answer) is { } receipt && !await journals.Keep(context, receipt, token))
        {
            return await Replay(context, token) ?? new Handled.Refused(Problems.Contended, null);
        }

        return new Handled.Answered(answer, Replayed: false);
    }

    private Answer Refused(CommandContext context, Refusal refusal) =>
        new(refusal.Status, Body: JsonSerializer.Serialize(Problems.Of(refusal, new Words(context.Culture)), json.Value.SerializerOptions));
}
