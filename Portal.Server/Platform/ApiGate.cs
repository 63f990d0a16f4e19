using Microsoft.AspNetCore.Authorization;

namespace Portal.Server.Platform;

/// <summary>
/// Turns away who is not signed in before anything of the body is read, except from what is for visitors. Whether somebody may do what is asked, the way in decides.
/// </summary>
internal static class ApiGate
{
    public static void UseApiGate(this IApplicationBuilder app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && context.User.Identity is not { IsAuthenticated: true }
            && context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null,
        api => api.Run(context => Refusals.NotSignedIn.ToProblem().ExecuteAsync(context)));
}
