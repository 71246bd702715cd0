using System.Collections.Immutable;
using CrisisCommand.Platform.Texts;

// Each namespace below breaks one rule of House/DependencyRules.cs, in the places where a naming hides well.
namespace CrisisCommand.Tests.Canaries.Cycle.Klo
{
    public sealed record Staffed;

    public static class Staffing
    {
        public static async Task<object> Run()
        {
            await Task.Yield();
            return new Crises.Declared();
        }
    }
}

namespace CrisisCommand.Tests.Canaries.Cycle.Crises
{
    public sealed record Declared;

    public static class Declaring
    {
        public static Func<object> Later() => () => new Klo.Staffed();
    }
}

namespace CrisisCommand.Tests.Canaries.CycleOfThree.Alarms
{
    public sealed record A(Boards.B? B);
}

namespace CrisisCommand.Tests.Canaries.CycleOfThree.Boards
{
    public sealed record B(IReadOnlyList<Klo.C> C);
}

namespace CrisisCommand.Tests.Canaries.CycleOfThree.Klo
{
    public sealed record C
    {
        public static string Of() => typeof(Alarms.A).Name;
    }
}

namespace CrisisCommand.Tests.Canaries.CycleOfThree.Timeline
{
    public sealed record D(Alarms.A A);
}

namespace CrisisCommand.Tests.Canaries.PlatformKnows.Platform
{
    public sealed record Journal(ImmutableArray<Klo.Staffed> Staffed);
}

namespace CrisisCommand.Tests.Canaries.PlatformKnows.Klo
{
    public sealed record Staffed;
}

namespace CrisisCommand.Tests.Canaries.RoomsUpsideDown.Platform.Texts
{
    public sealed record Opened(Web.Served? Served);
}

namespace CrisisCommand.Tests.Canaries.RoomsUpsideDown.Platform.Web
{
    public sealed record Served(Texts.Opened? Opened);
}

namespace CrisisCommand.Tests.Canaries.RoomsInACircle.Pages.Wall
{
    public sealed record Hung(Phone.Held? Held);
}

namespace CrisisCommand.Tests.Canaries.RoomsInACircle.Pages.Phone
{
    public sealed record Held(Wall.Hung? Hung);
}

namespace CrisisCommand.Tests.Canaries.FrameworkEvent.Klo
{
    public sealed record Seen(Part Part) : IDomainEvent
    {
        public string InWords(Words words) => words.Say(this, nameof(Words), typeof(Marten.IDocumentStore));
    }

    public sealed record Part(Npgsql.NpgsqlException? Thrown);
}

namespace CrisisCommand.Tests.Canaries.FrameworkState.Klo
{
    public sealed record Known : IState<Known>
    {
        public static Known Initial { get; } = new();

        public Known After(Fact fact) => fact.Event is JasperFx.Events.IEvent ? this : Initial;
    }

    public sealed record Listed : IState<Listed>
    {
        public static Listed Initial { get; } = new();

        public Listed After(Fact fact) =>
            new List<int> { 1 }
                .Select(_ => Microsoft.AspNetCore.Http.StatusCodes.Status200OK)
                .Any()
                ? this
                : Web();

        private static Listed Web() => Microsoft.AspNetCore.Http.TypedResults.Ok() is null ? Initial : new();
    }
}

namespace CrisisCommand.Tests.Canaries.SetupEverywhere.Klo
{
    public static class StaffFunction
    {
        public static Action<Marten.StoreOptions> Configure => o => o.DatabaseSchemaName = "x";
    }

    public static class KloModule
    {
        public static Action<Marten.StoreOptions> Configure => o => o.DatabaseSchemaName = "x";
    }
}

namespace CrisisCommand.Tests.Canaries.SetupEverywhere.Platform
{
    public static class Bell
    {
        public static void Configure(Wolverine.WolverineOptions o) => o.ServiceName = "x";
    }
}

namespace CrisisCommand.Tests.Canaries.SentAcross.Klo
{
    public sealed record Staff
    {
        public Outcome Decide() => Outcome.Nothing;
    }

    public sealed record Staffed : IDomainEvent
    {
        public string InWords(Words words) => words.Say(this);
    }

    public static class StaffEndpoint
    {
        public static string Route => "/staff";
    }

    public static class KloModule
    {
        public static string Name => "klo";
    }
}

namespace CrisisCommand.Tests.Canaries.SentAcross.Crises
{
    public static class SendsCommand
    {
        public static Outcome Send(Klo.Staff staff) => staff.Decide();
    }

    public static class SendsLater
    {
        public static async Task<Outcome> Send()
        {
            await Task.Yield();
            return new Klo.Staff().Decide();
        }
    }

    public static class NamesArgument
    {
        public static int Count(object[] sent) => sent.OfType<Klo.Staff>().Count() + sent.OfType<Klo.Staffed>().Count();
    }

    public static class Wires
    {
        public static string Name() => Klo.KloModule.Name;
    }
}

namespace CrisisCommand.Tests.Canaries.SentAcross.Alarms
{
    public static class Intake
    {
        public static Outcome Send() => Klo.StaffEndpoint.Route.Length > 0 ? new Klo.Staff().Decide() : Outcome.Nothing;
    }
}
