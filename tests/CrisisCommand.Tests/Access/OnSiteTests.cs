using CrisisCommand.Access;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.Configuration;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Access;

/// <summary>Who is on site, on duty or as who reported it, follows one incident, and nothing more comes of it.</summary>
public class OnSiteTests
{
    private static readonly AccessRules Rules = new(AccessPolicy.Load(new ConfigurationBuilder().Build()));
    private static readonly Capability[] OnSite = [AccessCapabilities.ReadIncident, IncidentsCapabilities.ReportOnIncident];

    private static readonly Actor Employee = new(
        Realm.Live,
        AccessGiven.Tib,
        AccessGiven.Standing(),
        [],
        null,
        CrisisReaders.Initial,
        Noon
    );

    [Fact]
    public void Duty_and_a_report_of_ones_own_give_one_incident_to_read_and_to_report_on_and_nothing_else()
    {
        var without = Rules.All(Employee).ToList();
        without.Intersect(OnSite).ShouldBeEmpty();

        Rules.All(Employee with { OnDuty = true }).Except(without).ShouldBe(OnSite);
        Rules.All(Employee with { BroughtIn = true }).Except(without).ShouldBe(OnSite);
        Rules.OpensTexts(Employee with { OnDuty = true }, AccessCapabilities.ReadIncident).ShouldBeTrue();
    }

    [Fact]
    public void Who_is_shut_out_or_unknown_has_neither()
    {
        var shutOut = AccessGiven.Standing(new AccessClosed(AccessGiven.Tib, Text("Har slutat")));
        foreach (var standing in new[] { shutOut, Standing.Initial })
        {
            Rules.All(Employee with { Standing = standing, OnDuty = true, BroughtIn = true }).Intersect(OnSite).ShouldBeEmpty();
        }
    }

    [Fact]
    public void An_incident_is_of_whoever_wrote_its_first_fact_whatever_others_add()
    {
        var said = new IncidentReportAdded(null, Text("Mer rök"));
        Fact By(string person, int version) => new(said, version, Id(version), Noon, new(person));

        IncidentOrigin.Initial.After(By("staff-1", 1)).After(By("staff-2", 2)).By.ShouldBe(new PersonId("staff-1"));
    }
}
