using Portal.Server.Connections;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

internal static class AwsModule
{
    public static void AddAws(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddTransient<PlaceHandler>();
        SharedHttp.Add(services).AddHttpMessageHandler<PlaceHandler>();
        services.AddSingleton(AwsSettings.Of(configuration));
        services.AddSingleton<OpenConnections>();
        services.AddSingleton<IGateways, Gateways>();
        services.AddSingleton<IFactSources, FactSources>();
        services.AddSingleton<IWitnesses, Witnesses>();
        services.AddSingleton<IConnectionProbe, ConnectionProbe>();
        services.AddSingleton<IAccountReader, AccountReader>();
        services.AddSingleton<IAccountThings, AccountThings>();
        services.AddSingleton<IQuotaSource, Quotas>();
    }
}
