using CrisisCommand.Klo.Endurance;
using CrisisCommand.Klo.Summoning;
using Wolverine.Util;

namespace CrisisCommand.Tests.Klo;

/// <summary>A timer that an older build stored rings in this one, wherever its class lies by now: its name is for ever, as an event's is.</summary>
public class StoredMessagesTests
{
    [Theory]
    [InlineData(typeof(SummonsDue), "CrisisCommand.Klo.SummonsDue")]
    [InlineData(typeof(ArrivalDue), "CrisisCommand.Klo.ArrivalDue")]
    [InlineData(typeof(HolderCallDue), "CrisisCommand.Klo.HolderCallDue")]
    [InlineData(typeof(TimersMoved), "CrisisCommand.Klo.TimersMoved")]
    [InlineData(typeof(EnduranceDue), "CrisisCommand.Klo.EnduranceDue")]
    public void A_message_keeps_the_name_it_is_stored_under(Type message, string name) => message.ToMessageTypeName().ShouldBe(name);
}
