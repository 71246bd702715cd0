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
}
