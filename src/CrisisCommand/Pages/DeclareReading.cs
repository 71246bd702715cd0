using CrisisCommand.Access;
using CrisisCommand.Incidents;
using CrisisCommand.Kit;
using CrisisCommand.Klo;
using CrisisCommand.People;
using CrisisCommand.Platform;
using CrisisCommand.Reference;
using Microsoft.Extensions.Options;

namespace CrisisCommand.Pages;

/// <summary>Fills in the declaration of a crisis, so that nobody need type while it burns.</summary>
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

    /// <summary>Threats to life before all that can wait a minute; the kinds that nobody put in order follow as the company lists them.</summary>
    private static readonly string[] Acute = ["fire", "explosion", "shooting", "violence-or-threat", "gas-leak", "structural"];

    public IReadOnlyList<IncidentKind> Kinds =>
        [.. reference.Kinds.OrderBy(k => Array.IndexOf(Acute, k.Value) is var place and >= 0 ? place : Acute.Length)];

    /// <summary>The open incidents that a reader may see.</summary>
    public async Task<IReadOnlyList<IncidentShown>> OpenIncidents(PageScene scene, CancellationToken token)
    {
        var actor = await guard.Find(scene.Realm, scene.Reader.Person, null, token).ConfigureAwait(false);
        if (guard.As(scene.Reader, actor, Capability.ReadIncidents) is not { } reader)
        {
            return [];
        }

        var open = await incidents.Find(reader, new IncidentFilter { Open = true }, null, Most, token).ConfigureAwait(false);
        return await incidents.Show(reader, open, token).ConfigureAwait(false);
    }

    /// <summary>Null where there is no such kind.</summary>
    public async Task<DeclareSight?> Of(PageScene scene, IncidentKind kind, Guid? from, CancellationToken token)
    {
        if (!reference.Knows(kind))
        {
            return null;
        }

        var open = await OpenIncidents(scene, token).ConfigureAwait(false);
        var about = open.Where(i => i.IncidentId == from || (from is null && IsLikely(i, kind, scene.Now))).ToList();
        return new(
            kind,
            about.FirstOrDefault(i => i.IncidentId == from)?.IncidentId,
            Title(scene, kind, about),
            Reason(scene, kind, about),
            [.. about.Select(i => new IncidentChoice(i, true)), .. open.Except(about).Select(i => new IncidentChoice(i, false))],
            await Plans(scene, kind, token).ConfigureAwait(false),
            kit.Value.MeetingPlace,
            await Declared(scene, token).ConfigureAwait(false)
        );
    }

    /// <summary>Of the same kind, fresh, and in no crisis yet.</summary>
    private static bool IsLikely(IncidentShown incident, IncidentKind kind, DateTimeOffset now) =>
        incident.Kind == kind && incident.Crises.Count == 0 && incident.Verified is not false && now - incident.ReportedAt < Recent;

    private static string Title(PageScene scene, IncidentKind kind, List<IncidentShown> about) =>
        about.Select(i => i.Place).FirstOrDefault(IsSaid) is { } place ? $"{scene.Words.Kind(kind)}, {place}" : scene.Words.Kind(kind);

    /// <summary>A sentence that is true of every crisis of the kind, and what was said of the incident last.</summary>
    private static string Reason(PageScene scene, IncidentKind kind, List<IncidentShown> about)
    {
        var key = $"declare.reason.{kind}";
        var said = scene.Say(key);
        var sentence = said == "pages." + key ? scene.Say("declare.reason.other") : said;
        return about.Select(i => i.Text).FirstOrDefault(IsSaid) is { } text ? $"{sentence} {text}" : sentence;
    }

    private static bool IsSaid(string? text) => text is { Length: > 0 } and not (Words.Erased or Reader.Withheld);

    private async Task<IReadOnlyList<PlanChoice>> Plans(PageScene scene, IncidentKind kind, CancellationToken token)
    {
        var adopted = await plans.All(scene.Realm, token).ConfigureAwait(false);
        var names = await directory.Names(scene.Reader, token).ConfigureAwait(false);
        var wanted = kind.Value == "war-readiness" && adopted.Any(p => p.Name == PlanName.Wartime) ? PlanName.Wartime : PlanName.Normal;
        return
        [
            .. adopted.Select(p => new PlanChoice(
                p.Name,
                p.Name == wanted,
                [.. p.Functions.Select(f => (scene.Words.Function(f.Key), names.GetValueOrDefault(f.Holder) ?? f.Holder.Value))],
                p.Functions.Select(f => f.Holder).Distinct().Count()
            )),
        ];
    }

    private async Task<IReadOnlyList<CrisisLine>> Declared(PageScene scene, CancellationToken token)
    {
        var actor = await guard.Find(scene.Realm, scene.Reader.Person, null, token).ConfigureAwait(false);
        return guard.As(scene.Reader, actor, Capability.ListCrises) is { } reader
            ? await crises.Of(reader, open: true, Most, token).ConfigureAwait(false)
            : [];
    }
}
