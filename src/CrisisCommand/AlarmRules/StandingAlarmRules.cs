using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.AlarmRules;

/// <summary>The rules of a realm, each version as it stood.</summary>
public sealed class StandingAlarmRules(Journals journals)
{
    /// <summary>Those in force: the product's own where none were adopted.</summary>
    public async Task<AlarmRuleBook> Now(Realm realm, CancellationToken token) =>
        (await journals.Load(realm, StreamKinds.AlarmRules, AlarmRuleBook.Stream, token))?.State<AlarmRuleBook>() ?? AlarmRuleBook.Initial;

    /// <param name="version">Null: those in force.</param>
    /// <returns>Null where there is no such version.</returns>
    public async Task<AlarmRuleBook?> Of(Realm realm, long? version, CancellationToken token)
    {
        var head = await Now(realm, token);
        return version is not { } wanted || wanted == head.Version ? head
            : wanted > head.Version ? null
            : wanted == 0 ? AlarmRuleBook.Initial
            : Fold.Of<AlarmRuleBook>(await journals.Facts(realm, AlarmRuleBook.Stream, wanted, wanted, token));
    }
}
