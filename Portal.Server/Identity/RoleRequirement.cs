using Microsoft.AspNetCore.Authorization;
using Portal.Server.Platform;
using Portal.Shared;

namespace Portal.Server.Identity;

/// <summary>Lets pages say [Authorize(Policies.X)] with the same table that requests are held to.</summary>
internal sealed class RoleRequirement(string policy) : IAuthorizationRequirement
{
    internal sealed class Handler(IServiceScopeFactory scopes) : AuthorizationHandler<RoleRequirement>
    {
        protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, RoleRequirement requirement)
        {
            await using var scope = scopes.CreateAsyncScope();
            var user = await scope.ServiceProvider.GetRequiredService<IPermissions>().WhoAsync(context.User, CancellationToken.None);

            if (user.Roles.Grant(requirement.Policy))
            {
                context.Succeed(requirement);
            }
        }
    }

    public string Policy => policy;
}
