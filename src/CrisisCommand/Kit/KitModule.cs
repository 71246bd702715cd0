namespace CrisisCommand.Kit;

public static class KitModule
{
    public static void AddKit(this IServiceCollection services)
    {
        services.AddOptions<KitOptions>().BindConfiguration("Kit");
        services.AddSingleton<KitReading>();
        services.AddSingleton<PaperReading>();
        services.AddRazorComponents();
    }

    /// <summary>Under <c>/{realm}</c>.</summary>
    public static void MapKit(this IEndpointRouteBuilder pages)
    {
        pages.MapPrintKit();
        pages.MapPrintPaperLog();
    }
}
