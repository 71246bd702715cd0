using System.Globalization;
using CrisisCommand.Crises;
using CrisisCommand.Incidents;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Notifications.Wording;

/// <summary>Reads what a notice is about, to be put into words.</summary>
public sealed class MatterReading(Journals journals, GatheringTexts gatherings)
{
    public async Task<Func<Words, Matter>> Of(Realm realm, Notice notice, CultureInfo culture, CancellationToken token)
    {
        if (await gatherings.Of(realm, notice, culture, token) is { } counted)
        {
            return _ => GatheringTexts.Matter(notice.Purpose, counted);
        }

        if (notice.CauseStream is { } stream)
        {
            return await OfRight(realm, notice, stream, token);
        }

        return notice.CrisisId is { } id && await journals.Load(realm, StreamKinds.Crisis, id, token) is { } crisis
            ? await OfCrisis(realm, notice, crisis, token)
            : await OfIncident(realm, notice, token);
    }

    private async Task<Func<Words, Matter>> OfCrisis(Realm realm, Notice notice, StreamSnapshot crisis, CancellationToken token)
    {
        var klo = crisis.State<KloActivation>();
        var plan = await PinnedPlan.Of(journals, realm, klo, token);
        var facts = await journals.Facts(realm, crisis.Id, notice.CauseVersion, notice.CauseVersion, token);
        var about = new CrisisMatter(notice, crisis.State<Crisis>(), klo, plan, facts.Count > 0 ? facts[0] : null);
        return about.In;
    }

    private async Task<Func<Words, Matter>> OfIncident(Realm realm, Notice notice, CancellationToken token)
    {
        var stream = notice.IncidentId is { } id ? await journals.Load(realm, StreamKinds.Incident, id, token) : null;
        var about = new IncidentMatter(notice, stream?.State<Incident>() ?? Incident.Initial);
        return about.In;
    }

    private async Task<Func<Words, Matter>> OfRight(Realm realm, Notice notice, Guid stream, CancellationToken token)
    {
        var facts = await journals.Facts(realm, stream, notice.CauseVersion, notice.CauseVersion, token);
        var declared = notice.CrisisId is { } crisis ? await journals.Facts(realm, crisis, 1, 1, token) : [];
        return words => AccessMatter.In(notice.Purpose, facts, declared, words);
    }
}
