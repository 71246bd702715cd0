using CrisisCommand.Access;
using CrisisCommand.Klo;
using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Preparedness;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Preparedness;

public class ReadinessTests
{
    [Theory]
    [InlineData("2026-11-23T12:00:00Z", "2026-11-24T12:00:00Z", "2027-11-23", 364)]
    [InlineData("2025-11-23T12:00:00Z", "2026-11-23T12:00:00Z", "2026-11-23", 0)]
    [InlineData("2025-11-01T12:00:00Z", "2026-11-23T12:00:00Z", "2026-11-01", -22)]
    // It ended after midnight in Stockholm, and it is already the next day there.
    [InlineData("2026-06-01T22:30:00Z", "2026-11-23T23:30:00Z", "2027-06-02", 190)]
    public void An_exercise_is_due_a_year_after_the_last(string last, string now, string due, int days) =>
        YearlyExercise.After(Time(last), Time(now)).ShouldBe(new(DateOnly.Parse(due, null), days));

    [Fact]
    public void Who_never_exercised_is_to_do_so_today() =>
        YearlyExercise.After(null, Time("2026-11-23T23:30:00Z")).ShouldBe(new(new(2026, 11, 24), 0));

    [Fact]
    public void A_function_is_weak_without_a_holder_or_a_deputy_who_could_come()
    {
        var plan = Fold.Of<KloPlan>(
            Of(
                new PlanAdopted(
                    PlanName.Normal,
                    [
                        Planned("strong", "anna", "bo"),
                        Planned("headless", "gone", "bo", "cia"),
                        Planned("alone", "anna"),
                        Planned("its-own-deputy", "anna", "anna"),
                        Planned("deputy-gone", "anna", "gone"),
                    ]
                )
            )
        );

        WeakFunction
            .Of(plan, p => p.Value != "gone")
            .Select(f => (f.Function.Key.Value, f.HasHolder, f.Deputies))
            .ShouldBe([("headless", false, 2), ("alone", true, 0), ("its-own-deputy", true, 0), ("deputy-gone", true, 0)]);
    }

    [Fact]
    public void A_person_cannot_be_reached_who_is_unknown_has_no_channel_or_whose_address_is_erased()
    {
        IDomainEvent Registered(CommittedText? phone) => new PersonRegistered(new("anna"), Text("Anna"), null, phone, null);
        var phone = Text("+46701740605");

        Of([]).Fault(_ => true).ShouldBe(ChannelFault.NotRegistered);
        Of([Registered(null)]).Fault(_ => true).ShouldBe(ChannelFault.NoChannel);
        Of([Registered(phone)]).Fault(_ => false).ShouldBe(ChannelFault.AddressErased);
        Of([Registered(phone)]).Fault(a => a == phone).ShouldBeNull();
        Of([Registered(phone)]).CanServe.ShouldBeTrue();
        Of([Registered(phone), new AccessClosed(new("anna"), Text("Har slutat"))]).CanServe.ShouldBeFalse();

        static PlannedPerson Of(IDomainEvent[] events) => new(new("anna"), State<Person>(events), State<Standing>(events));
    }

    private static PlannedFunction Planned(string key, string holder, params string[] deputies) =>
        new(new(key), Text(key), Text("…"), new(holder), [.. deputies.Select(d => new PersonId(d))]);

    private static DateTimeOffset Time(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
}
