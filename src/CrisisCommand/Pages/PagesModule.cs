using CrisisCommand.Incidents;
using CrisisCommand.Pages.Desk;
using CrisisCommand.Pages.Frame;
using CrisisCommand.Pages.Phone;
using CrisisCommand.Pages.Start;
using CrisisCommand.Pages.TimeMachine;
using CrisisCommand.Pages.Wall;
using CrisisCommand.Platform.Commands;

namespace CrisisCommand.Pages;

public static class PagesModule
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddSingleton<PageContexts>();
        services.AddSingleton<WallForm>();
        services.AddSingleton<DeskReading>();
        services.AddSingleton<OpenCrises>();
        services.AddSingleton<CrisesOfIncident>(s => s.GetRequiredService<OpenCrises>().Raised);
        services.AddSingleton<StartCalls>();
        services.AddSingleton<StartReading>();
        services.AddSingleton<DeclareReading>();
        services.AddSingleton<HistoryReading>();
        services.AddSingleton<MovesForm>();
        services.AddSingleton<PhoneReading>();
        services.AddSingleton<ShowProblem>(ProblemPages.Show);
    }

    /// <summary>Under <c>/{realm}</c>.</summary>
    public static void MapRealmPages(this IEndpointRouteBuilder pages)
    {
        pages.MapShowStart();
        pages.MapShowDeclareKinds();
        pages.MapShowDeclare();
        pages.MapShowWall();
        pages.MapStreamWall();
        pages.MapShowDesk();
        pages.MapShowDeskLines();
        pages.MapShowHistory();
        pages.MapShowMine();
        pages.MapStreamMoves();
        pages.MapShowDecide();
        pages.MapShowDecision();
    }

    /// <summary>Those that nobody need have signed in for.</summary>
    public static void MapOpenPages(this WebApplication app)
    {
        app.MapShowHome();
        app.MapChooseLanguage();
    }
}
