using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Klo.Staffing;

/// <summary>
/// Whom the order of a function names, whoever runs the staff may put there: the plan has said so. Anybody else gets by it what no plan gave
/// them, so that is for who leads and for the chief of staff; and into the leader's function only when nobody of its order can come.
/// </summary>
public static class Appointment
{
    public static Capability Needs(KloActivation klo, FunctionKey function, PersonId person) =>
        klo.Post(function) is { } post && !Expected(post, person) ? KloCapabilities.AppointPerson : KloCapabilities.StaffFunction;

    /// <summary>Null where it may be.</summary>
    public static Refusal? Refuse(KloActivation klo, FunctionKey function, PersonId person, PersonId by) =>
        klo.IsStoodDown || klo.IsLedBy(by) || klo.Post(function) is not { } post || Expected(post, person) ? null
        : person == by ? KloRefusals.AppointsOneself
        : function == FunctionKey.CrisisLeader && !IsExhausted(post) ? KloRefusals.LeaderMayCome
        : null;

    private static bool Expected(FunctionPost post, PersonId person) => post.CallOrder.Contains(person) || post.Awaits(person);

    private static bool IsExhausted(FunctionPost post) => post.NextInOrder is null && !post.Search.Any(s => s.IsPending);
}
