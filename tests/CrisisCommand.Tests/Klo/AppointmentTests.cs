using CrisisCommand.Klo;
using CrisisCommand.Klo.Staffing;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Klo;

public class AppointmentTests
{
    private static readonly PersonId Stranger = new("stranger");

    [Fact]
    public void Whom_the_order_names_or_who_was_summoned_whoever_runs_the_staff_may_put_there()
    {
        Appointment.Needs(After(), Documentation, Writer1).ShouldBe(KloCapabilities.StaffFunction);
        Appointment.Needs(After(), Documentation, Stranger).ShouldBe(KloCapabilities.AppointPerson);
        var summoned = new FunctionSummoned(Documentation, Stranger, 3, Noon.AddMinutes(3));
        Appointment.Needs(After(summoned), Documentation, Stranger).ShouldBe(KloCapabilities.StaffFunction);
        Appointment.Refuse(After(), Documentation, Writer1, Writer1).ShouldBeNull();
    }

    [Fact]
    public void Nobody_puts_themselves_where_no_order_names_them_but_who_leads()
    {
        Appointment.Refuse(After(LeaderStaffed), Documentation, Stranger, Stranger).ShouldBe(KloRefusals.AppointsOneself);
        Appointment.Refuse(After(LeaderStaffed), Documentation, Stranger, Writer).ShouldBeNull();
        Appointment.Refuse(After(LeaderStaffed), Documentation, Vd, Vd).ShouldBeNull();
    }

    [Fact]
    public void Nobody_outside_the_leader_s_order_leads_while_somebody_of_it_may_come()
    {
        Appointment.Refuse(After(), Leader, Stranger, Writer).ShouldBe(KloRefusals.LeaderMayCome);
        Appointment.Refuse(After(), Leader, Stranger, Vd).ShouldBeNull();
    }
}
