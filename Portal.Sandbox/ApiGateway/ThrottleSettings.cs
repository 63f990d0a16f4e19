namespace Portal.Sandbox.ApiGateway;

/// <summary>A token bucket: tokens added a second, and how many it holds. What is not said is zero, as in the service model.</summary>
internal sealed record ThrottleSettings(double RateLimit, int BurstLimit)
{
    /// <summary>The account's in most Regions: 10,000 requests a second, 5,000 at once.</summary>
    public static ThrottleSettings OfAccount { get; } = new(10_000, 5_000);
}
