using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Accounts;

/// <summary>The account's own settings in a Region. The log role cannot be set yet.</summary>
internal static class AccountOperations
{
    public static IReadOnlyList<Operation> All { get; } = [new(Gateway.Service, "GetAccount", "GET", "/account", call => Answer.Ok(Account.Of(call.Region.Throttle), WireJson.Default.Account))];
}

internal sealed record Account
{
    public string? CloudwatchRoleArn { get; init; }

    public required ThrottleSettings ThrottleSettings { get; init; }

    public required IReadOnlyList<string> Features { get; init; }

    public required string ApiKeyVersion { get; init; }

    public static Account Of(ThrottleSettings throttle) => new() { ThrottleSettings = throttle, Features = ["UsagePlans"], ApiKeyVersion = "4" };
}
