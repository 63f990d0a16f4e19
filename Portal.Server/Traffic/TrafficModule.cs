using Portal.Server.Platform;

namespace Portal.Server.Traffic;

internal static class TrafficModule
{
    public static void AddTraffic(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Metrics").Get<MetricsOptions>() ?? new MetricsOptions();

        if (options.Faults().ToList() is { Count: > 0 } faults)
        {
            throw new InvalidOperationException(string.Join(' ', faults));
        }

        services.AddSingleton(options);
        services.AddSingleton<SeriesFile>();
        services.AddSingleton<SeriesStore>();
        services.AddSingleton<ReadingBook>();
        services.AddSingleton<FactStore>();
        services.AddSingleton<MetricsReader>();
        services.AddSingleton<AccessLogReader>();
        services.AddSingleton<Collector>();
        services.AddRounds<CollectorRounds>();
    }
}
