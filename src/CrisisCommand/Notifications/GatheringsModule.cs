using CrisisCommand.Notifications.Wording;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CrisisCommand.Notifications;

/// <summary>How the messages of a flood are folded.</summary>
public static class GatheringsModule
{
    public static void AddGatherings(this IServiceCollection services, Facts facts, IConfigurationSection limits)
    {
        services.ConfigureMarten(o =>
        {
            o.Projections.Add(new ViewProjection<GatheringView>(facts.On(StreamKinds.Gathering)), ProjectionLifecycle.Inline);
            o.Schema.For<GatheringView>().Identity(x => x.Id);
        });
        services.AddSingleton(LimitsOf(limits));
        services.AddSingleton<GatheringTexts>();
        services.AddSingleton<GatheringCarrier>();
        services.AddHealthChecks().AddCheck<BoundHealth>("message-bounds", HealthStatus.Degraded, ["ready"]);
    }

    private static NoticeLimits LimitsOf(IConfigurationSection section)
    {
        var usual = new NoticeLimits();
        var limits = new NoticeLimits
        {
            AtOnce = section.GetValue("AtOnce", usual.AtOnce),
            Intervals = section.GetSection("Intervals").Get<TimeSpan[]>() is { } intervals ? [.. intervals] : usual.Intervals,
            PerSender = section.GetValue("PerSender", usual.PerSender),
            PerPerson = section.GetValue("PerPerson", usual.PerPerson),
            Mentions = section.GetValue("Mentions", usual.Mentions),
            InAll = section.GetValue("InAll", usual.InAll),
        };
        return limits.AreSane
            ? limits
            : throw new InvalidOperationException(
                "Notices:Limits: numbers and intervals are above zero, and there is an interval at least."
            );
    }
}
