using CrisisCommand.Crises;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Crises;

/// <summary>A crisis just declared, without incidents, to decide on.</summary>
internal static class CrisisGiven
{
    public static readonly Guid CrisisId = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");
    public static readonly Guid IncidentId = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8058");
    public static readonly CrisisDeclared Declared = new(new("fire"), Text("Brand"), Text("Rök"), PlanName.Normal, 1, null, []);
    public static readonly IncidentLinked Linked = new(IncidentId);

    public static Crisis Crisis(params IDomainEvent[] events) => Fold.Of<Crisis>(Facts([Declared, .. events]));
}
