namespace CrisisCommand.Tests.Properties;

/// <summary>A rule taken out of the world, to show that the model misses it.</summary>
public enum Broken
{
    Nothing,
    NextIsNotSummoned,
    VacancyIsNotMarked,
    TimersDieWithTheNode,
    AnySilenceCountsTwice,
    SecondHolderIsLetIn,
    DeputyNeedsNoSilence,
}
