using System.Text.RegularExpressions;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Accounts;

/// <summary>The account's own settings in a Region.</summary>
internal static partial class AccountOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "GetAccount", "GET", "/account", call => Answer.Ok(Shown(call.Region), WireJson.Default.Account)),
        new(Gateway.Service, "UpdateAccount", "PATCH", "/account", Update),
    ];

    /// <summary>Refuses to log where nobody may write logs.</summary>
    public static void CheckLogRole(Region region)
    {
        if (region.Settings.CloudwatchRoleArn is null)
        {
            throw AwsError.BadRequest("CloudWatch Logs role ARN must be set in account settings to enable logging");
        }
    }

    private static Answer Update(Call call)
    {
        call.Region.Settings = PatchOperation.Of(call).Aggregate(call.Region.Settings, (state, patch) => (patch.Op, patch.Path, patch.Value) switch
        {
            ("replace", "/cloudwatchRoleArn", null or "") => state with { CloudwatchRoleArn = null },
            ("replace", "/cloudwatchRoleArn", var arn) => state with { CloudwatchRoleArn = RoleArn().IsMatch(arn) ? arn : throw AwsError.BadRequest("Invalid ARN specified in the request") },
            ("add", "/features", Account.UsagePlans) => state,
            ("remove", "/features", Account.UsagePlans) => throw AwsError.BadRequest("Usage Plans cannot be disabled once enabled"),
            ("add" or "remove", "/features", _) => throw AwsError.BadRequest("Invalid feature specified. Valid options are UsagePlans"),
            _ => throw patch.NotSupported("/cloudwatchRoleArn"),
        });
        return Answer.Ok(Shown(call.Region), WireJson.Default.Account);
    }

    private static Account Shown(Region region) => new()
    {
        CloudwatchRoleArn = region.Settings.CloudwatchRoleArn,
        ThrottleSettings = region.Throttle,
        Features = [Account.UsagePlans],
        ApiKeyVersion = "4",
    };

    [GeneratedRegex(@"\Aarn:aws[\w-]*:iam::\d{12}:role/.+\z")]
    private static partial Regex RoleArn();
}

internal sealed record Account
{
    public const string UsagePlans = "UsagePlans";

    public string? CloudwatchRoleArn { get; init; }

    public required ThrottleSettings ThrottleSettings { get; init; }

    public required IReadOnlyList<string> Features { get; init; }

    public required string ApiKeyVersion { get; init; }
}

/// <summary>What an account can set in a Region.</summary>
internal sealed record AccountSettings
{
    /// <summary>What logs are written as. On AWS somebody sets it once in every Region; here it is set from the beginning, so that logging works at once, and can be taken away.</summary>
    public string? CloudwatchRoleArn { get; init; }

    public static AccountSettings Of(string account) => new() { CloudwatchRoleArn = $"arn:aws:iam::{account}:role/sandbox-apigateway-logs" };
}
