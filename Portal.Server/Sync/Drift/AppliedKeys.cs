using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;

namespace Portal.Server.Sync.Drift;

/// <summary>Keeps what is known of single keys, which no run leaves: they are written at once.</summary>
internal sealed class AppliedKeys(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>As it was issued, or as it was found by the first close look at one from before.</summary>
    public async Task KeepAsync(Guid connection, IReadOnlyList<ApiKeySpec> keys, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();

        foreach (var key in keys)
        {
            var subject = key.Subject.ToString();

            // A plan that no run has left, and no import, is looked at by nobody.
            if (await db.Set<AppliedSpec>().AsNoTracking().SingleOrDefaultAsync(row => row.ConnectionId == connection && row.Address == subject, cancellationToken) is { } plan
                && await db.Set<AppliedSpec>().FindAsync([connection, key.Address.ToString()], cancellationToken) is null)
            {
                db.Add(new AppliedSpec { ConnectionId = connection, Address = key.Address.ToString(), Subject = subject, TeamId = plan.TeamId, Spec = key.Text, At = clock.GetUtcNow(), RunId = Guid.Empty });
            }
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another look was faster.
        }
    }

    public async Task ForgetAsync(Guid connection, Guid key, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var address = new Address(Kind.ApiKey, key.ToString()).ToString();
        await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<AppliedSpec>().Where(row => row.ConnectionId == connection && row.Address == address).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>What a plan's keys shall be like: as they were left, and those that are not known yet as the portal issues them, with the description that they have.</summary>
    /// <param name="state">What is known.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="keys">Those that shall work.</param>
    /// <param name="look">What is there; those that it was not asked for are left out.</param>
    public static IReadOnlyList<ApiKeySpec> Unknown(GatewayState state, Address plan, KeysOfPlan keys, GatewayLook look) =>
    [
        .. from key in keys.InForce
           let address = new Address(Kind.ApiKey, key.Id)
           where state.Find(address) is null
           select ApiKeySpec.Issued(key.Id, plan.Id, key.AwsId, (look.State.Find(address) as ApiKeySpec)?.Description),
    ];
}
