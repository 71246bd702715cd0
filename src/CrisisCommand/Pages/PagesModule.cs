using CrisisCommand.Platform;

namespace CrisisCommand.Pages;

public static class PagesModule
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddSingleton<PageScenes>();
        services.AddSingleton<WallForm>();
        services.AddSingleton<DeskReader>();
        services.AddSingleton<OpenCrises>();
        services.AddSingleton<StartReading>();
        services.AddSingleton<DeclareReading>();
        services.AddSingleton<HistoryReading>();
        services.AddSingleton<MovesForm>();
        services.AddSingleton<MySights>();
        services.AddSingleton<ShowProblem>(ProblemPages.Show);
    }

    /// <summary>Under <c>/{realm}</c>.</summary>
    public static void MapRealmPages(this IEndpointRouteBuilder pages)
    {
        pages.MapShowStart();
        pages.MapShowDeclareKinds();
        pages.MapShowDeclare();
        pages.MapShowAlarm();
        pages.MapShowIncident();
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
        app.MapSignIn();
        app.MapSignOut();
        app.MapChooseLanguage();
    }
}
