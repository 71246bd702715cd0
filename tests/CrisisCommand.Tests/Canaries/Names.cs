using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Tests.Canaries.SpeaksAlone.Klo
{
    public sealed record StaffReading(CrisisCommand.Platform.Store.Openings Openings);

    public sealed record Speaker(CrisisCommand.Platform.Store.Openings Openings);
}

namespace CrisisCommand.Tests.Canaries.OtherWords.Klo
{
    public sealed record StaffSight;

    public sealed record StaffReader;

    public sealed record StaffReading;

    public sealed record AdmitReader
    {
        public Outcome Decide() => Outcome.Nothing;
    }
}
