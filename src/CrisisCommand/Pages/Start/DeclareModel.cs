using CrisisCommand.Incidents;
using CrisisCommand.Klo;
using CrisisCommand.Reference;

namespace CrisisCommand.Pages.Start;

/// <summary>A crisis about to be declared, filled in as far as it can be told.</summary>
/// <param name="From">The incident that one comes from; null where one comes from the start page.</param>
/// <param name="Incidents">The open ones, those that it is about first.</param>
/// <param name="Open">What is declared already: perhaps this.</param>
public sealed record DeclareModel(
    IncidentKind Kind,
    Guid? From,
    string Title,
    string Reason,
    IReadOnlyList<IncidentChoice> Incidents,
    IReadOnlyList<PlanChoice> Plans,
    string MeetingPlace,
    IReadOnlyList<CrisisLine> Open
);

public sealed record IncidentChoice(IncidentShown Incident, bool Chosen);

/// <param name="Summoned">Function and holder, in the plan's order.</param>
/// <param name="Persons">How many different people that is.</param>
public sealed record PlanChoice(PlanName Name, bool Chosen, IReadOnlyList<(string Function, string Holder)> Summoned, int Persons);
