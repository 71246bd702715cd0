using CrisisCommand.Duty;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Duty.DutyGiven;

namespace CrisisCommand.Tests.Duty;

public class DoubleDutyTests
{
    private static readonly RosterLayer Contractor = new("contractor");
    private static readonly RosterLayer Property = new("property-on-call");

    private static DutyRoster Of(RosterLayer layer, params Shift[] shifts) =>
        Roster(Adopted(Oct(1, 8), Oct(31, 0), shifts) with { Layer = layer });

    [Fact]
    public void Whoever_is_on_duty_in_two_layers_at_once_is_told_for_as_long_as_both_last() =>
        DoubleDuty
            .In(
                [
                    Of(Contractor, OnDuty(Anna, Oct(2, 8), Oct(3, 8)), OnDuty(Bo, Oct(3, 8), Oct(4, 8))),
                    Of(Property, OnDuty(Cia, Oct(2, 8), Oct(2, 20)), OnDuty(Anna, Oct(2, 20), Oct(3, 20))),
                ],
                Oct(1, 8),
                Oct(8, 8)
            )
            .ShouldBe([new(Anna, Contractor, Property, Oct(2, 20), Oct(3, 8))]);

    [Fact]
    public void One_layer_after_the_other_is_no_double_duty() =>
        DoubleDuty
            .In(
                [Of(Contractor, OnDuty(Anna, Oct(2, 8), Oct(3, 8))), Of(Property, OnDuty(Anna, Oct(3, 8), Oct(4, 8)))],
                Oct(1, 8),
                Oct(8, 8)
            )
            .ShouldBeEmpty();

    [Fact]
    public void What_lies_outside_the_window_is_not_told() =>
        DoubleDuty
            .In(
                [Of(Contractor, OnDuty(Anna, Oct(2, 8), Oct(3, 8))), Of(Property, OnDuty(Anna, Oct(2, 8), Oct(3, 8)))],
                Oct(4, 8),
                Oct(8, 8)
            )
            .ShouldBeEmpty();
}
