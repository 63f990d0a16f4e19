using Portal.Server.Gateway;

namespace Portal.Server.Keys;

/// <summary>Gives a new key what is left of the quota of the one that it replaces: API Gateway counts for each key alone.</summary>
internal sealed class QuotaCarrying(KeyUsageReading usage, IKeyWrites writes)
{
    /// <summary>Where API Gateway does not let it, that is noted at the new key, for those who run the portal: it works all the same, with a whole quota. It does not save.</summary>
    public async Task CarryAsync(ApiKey from, ApiKey to, KeyAbout about, CancellationToken cancellationToken)
    {
        if (!about.HasQuota)
        {
            return;
        }

        var trouble = await usage.ReadAsync(from, days: 1, cancellationToken) switch
        {
            KeyUsageReading.Found.Known(var days) when days is [.., { Remaining: { } remaining }] => (await writes.SetRemainingAsync(about.Place, remaining, cancellationToken) as KeyOutcome.Refused)?.Why,
            // It was not called in this period: the whole quota is left.
            KeyUsageReading.Found.Known => null,
            KeyUsageReading.Found.Unknown(var why) => why,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        if (trouble is not null)
        {
            to.Note($"The rest of the quota was not carried over: {trouble}");
        }
    }
}
