using CrisisCommand.Access;
using CrisisCommand.Incidents;
using CrisisCommand.Kit;
using CrisisCommand.Klo;
using CrisisCommand.Klo.Plans;
using CrisisCommand.Pages.Frame;
using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Reference;
using Microsoft.Extensions.Options;

namespace CrisisCommand.Pages.Start;

/// <summary>Fills in the declaration of a crisis, so that nobody need type while it burns.</summary>
/// <remarks>The form is filled from six sources so that nobody types while it burns; each fills a field.</remarks>
public sealed class DeclareReading(
    AccessGuard guard,
    OpenCrises crises,
    IncidentList incidents,
    AdoptedPlans plans,
    PersonDirectory directory,
    ReferenceData reference,
    IOptions<KitOptions> kit
)
{
    private const int Most = 20;
    private static readonly TimeSpan Recent = TimeSpan.FromHours(12);

    public IReadOnlyList<IncidentKind> Kinds => reference.KindsToDeclare;

    /// <summary>The open incidents that a reader may see.</summary>
    public async Task<IReadOnlyList<IncidentShown>> OpenIncidents(PageContext page, CancellationToken token)
    {
        var actor = await guard.Find(page.Realm, page.Reader.Person, null, token);
        if (guard.As(page.Reader, actor, AccessCapabilities.ReadIncidents) is not { } reader)
        {
            return [];
        }

        var open = await incidents.Find(reader, new IncidentFilter { Open = true }, null, Most, token);
        return await incidents.Show(reader, open, token);
    }

    /// <summary>Null where there is no such kind.</summary>
    public async Task<DeclareModel?> Of(PageContext page, IncidentKind kind, Guid? from, CancellationToken token)
    {
        if (!reference.Knows(kind))
        {
            return null;
        }

        var open = await OpenIncidents(page, token);
        var about = open.Where(i => i.IncidentId == from || (from is null && IsLikely(i, kind, page.Now))).ToList();
        return new(
            kind,
            about.FirstOrDefault(i => i.IncidentId == from)?.IncidentId,
            Title(page, kind, about),
            Reason(page, kind, about),
            [.. about.Select(i => new IncidentChoice(i, true)), .. open.Except(about).Select(i => new IncidentChoice(i, false))],
            await Plans(page, kind, token),
            kit.Value.MeetingPlace,
            await Declared(page, token)
        );
    }

    /// <summary>Of the same kind, fresh, and in no crisis yet.</summary>
    private static bool IsLikely(IncidentShown incident, IncidentKind kind, DateTimeOffset now) =>
        incident.Kind == kind && incident.Crises.Count == 0 && incident.Verified is not false && now - incident.ReportedAt < Recent;

    private static string Title(PageContext page, IncidentKind kind, List<IncidentShown> about) =>
        about.Select(i => i.Place).FirstOrDefault(Words.IsSaid) is { } place ? $"{page.Words.Kind(kind)}, {place}" : page.Words.Kind(kind);

    /// <summary>A sentence that is true of every crisis of the kind, and what was said of the incident last.</summary>
    private static string Reason(PageContext page, IncidentKind kind, List<IncidentShown> about)
    {
        var key = $"declare.reason.{kind}";
        var said = page.Say(key);
        var sentence = said == "pages." + key ? page.Say("declare.reason.other") : said;
        return about.Select(i => i.Latest?.Text ?? i.Text).FirstOrDefault(Words.IsSaid) is { } text ? $"{sentence} {text}" : sentence;
    }

    private async Task<IReadOnlyList<PlanChoice>> Plans(PageContext page, IncidentKind kind, CancellationToken token)
    {
        var adopted = await plans.All(page.Realm, token);
        var names = await directory.Names(page.Reader, token);
        var wanted = adopted.Select(p => p.Name).FirstOrDefault(p => p.Value == reference.PlanFor(kind), PlanName.Normal);
        return
        [
            .. adopted.Select(p => new PlanChoice(
                p.Name,
                p.Name == wanted,
                [.. p.Functions.Select(f => (page.Words.Function(f.Key), names.GetValueOrDefault(f.Holder) ?? f.Holder.Value))],
                p.Functions.Select(f => f.Holder).Distinct().Count()
            )),
        ];
    }

    private async Task<IReadOnlyList<CrisisLine>> Declared(PageContext page, CancellationToken token)
    {
        var actor = await guard.Find(page.Realm, page.Reader.Person, null, token);
        return guard.As(page.Reader, actor, KloCapabilities.ListCrises) is { } reader
            ? await crises.Of(reader, open: true, Most, token)
            : [];
    }
}
