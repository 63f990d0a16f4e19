using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Accounts;

/// <summary>The account's own settings in a Region. The log role cannot be set yet.</summary>
internal static class AccountOperations
{
    public static IReadOnlyList<Operation> All { get; } = [new(Gateway.Service, "GetAccount", "GET", "/account", _ => Answer.Ok(Account.New, WireJson.Default.Account))];
}

internal sealed record Account
{
    public string? CloudwatchRoleArn { get; init; }

    public required ThrottleSettings ThrottleSettings { get; init; }

    public required IReadOnlyList<string> Features { get; init; }

    public required string ApiKeyVersion { get; init; }

    /// <summary>The defaults of most Regions: 10,000 requests a second, 5,000 at once.</summary>
    public static Account New { get; } = new() { ThrottleSettings = new(10_000, 5_000), Features = ["UsagePlans"], ApiKeyVersion = "4" };
}

internal sealed record ThrottleSettings(double RateLimit, int BurstLimit);
