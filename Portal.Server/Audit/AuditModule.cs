using Portal.Server.Platform;

namespace Portal.Server.Audit;

internal static class AuditModule
{
    public static void AddAudit(this IServiceCollection services) => services.AddScoped<IAuditTrail, AuditTrail>();
}
