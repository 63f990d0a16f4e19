using Portal.Server.Gateway;
using Portal.Server.Platform;

namespace Portal.Server.Keys;

/// <summary>Reads from API Gateway what a key used of its plan.</summary>
internal sealed class KeyUsageReading(PortalDb db, IGateways gateways, TimeProvider clock)
{
    /// <param name="key">A key that is or was in API Gateway.</param>
    /// <param name="days">So many, of which today is the last, in UTC.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<Found> ReadAsync(ApiKey key, int days, CancellationToken cancellationToken)
    {
        var place = (await db.AboutAsync(key, cancellationToken)).Place;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

        try
        {
            var gateway = await gateways.OpenAsync(place.Connection, cancellationToken);

            return key.AwsId is { } awsId && await gateway.FindUsagePlanAsync(place.Plan.ToString(), cancellationToken) is { } plan
                ? new Found.Known(await gateway.ReadUsageAsync(awsId, plan, today.AddDays(1 - days), today, cancellationToken))
                : new Found.Known([]);
        }
        catch (GatewayRefusedException refused)
        {
            return new Found.Unknown($"{refused.Operation}: {refused.Code}: {refused.Message}");
        }
    }

    internal abstract record Found
    {
        /// <param name="Days">The oldest first; days without a call may be missing.</param>
        internal sealed record Known(IReadOnlyList<KeyUsageDay> Days) : Found;

        /// <param name="Why">AWS's own words.</param>
        internal sealed record Unknown(string Why) : Found;
    }
}
