using System.Text.RegularExpressions;
using Portal.Sandbox.ApiGateway.Accounts;
using Portal.Sandbox.ApiGateway.ClientCertificates;
using Portal.Sandbox.ApiGateway.Documentation;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Stages;

/// <summary>Checks of stages, with the service's texts where they are recorded; the others are worded after them.</summary>
internal static partial class StageRules
{
    private static readonly string[] CacheSizes = ["0.5", "1.6", "6.1", "13.5", "28.4", "58.2", "118", "237"];

    public static Stage New(Call call, string name, string deploymentId) => new()
    {
        StageName = name,
        DeploymentId = deploymentId,
        CacheClusterEnabled = false,
        CacheClusterStatus = "NOT_AVAILABLE",
        MethodSettings = Map<MethodSetting>.Empty,
        TracingEnabled = false,
        CreatedDate = call.Now,
        LastUpdatedDate = call.Now,
    };

    public static void CheckName(string name)
    {
        if (name.Length > 128 || !Name().IsMatch(name))
        {
            throw AwsError.BadRequest("Stage name only allows a-zA-Z0-9_");
        }
    }

    public static Map<string>? Variables(Map<string>? variables)
    {
        Limits.Check(variables?.Count ?? 0, Limits.StageVariables, "stage variables", "this stage");
        foreach (var (name, value) in variables ?? Map<string>.Empty)
        {
            CheckVariable(name, value);
        }

        return variables.OrNull();
    }

    public static void CheckVariable(string name, string value)
    {
        if (!VariableName().IsMatch(name))
        {
            throw AwsError.BadRequest($"Invalid stage variable name: {name}. Please use names with only word characters.");
        }

        if (!VariableValue().IsMatch(value))
        {
            throw AwsError.BadRequest($"Invalid stage variable value of key {name}.  Please use values with alphanumeric characters and the symbols ' ', -', '.', '_', ':', '/', '?', '&', '=', and ','.");
        }
    }

    /// <summary>What a change of a stage names outside of it.</summary>
    public static void CheckAround(Region region, ApiEntry entry, Stage before, Stage stage)
    {
        if (stage.DocumentationVersion != before.DocumentationVersion)
        {
            DocumentationVersionOperations.Check(entry, stage.DocumentationVersion);
        }

        if (stage.ClientCertificateId != before.ClientCertificateId)
        {
            ClientCertificateOperations.Checked(region, stage.ClientCertificateId);
        }

        if (Logs(stage) && !Logs(before))
        {
            AccountOperations.CheckLogRole(region);
        }

        Limits.Check(stage.Variables?.Count ?? 0, Limits.StageVariables, "stage variables", "this stage");
    }

    /// <summary>A stage in the answer to the call that changed it: a cache that was ordered or given up is still on its way. AWS takes about four minutes, here the next look finds it done.</summary>
    public static Stage Beginning(Stage stage, Stage? before) => (before?.CacheClusterEnabled ?? false, stage.CacheClusterEnabled) switch
    {
        (false, true) => stage with { CacheClusterStatus = "CREATE_IN_PROGRESS" },
        (true, false) => stage with { CacheClusterStatus = "DELETE_IN_PROGRESS" },
        (true, true) when before!.CacheClusterSize != stage.CacheClusterSize => stage with { CacheClusterStatus = "CREATE_IN_PROGRESS" },
        _ => stage,
    };

    private static bool Logs(Stage stage) =>
        stage.AccessLogSettings is not null || stage.MethodSettings.Values.Any(setting => setting.LoggingLevel is "ERROR" or "INFO");

    public static Stage WithCache(Stage stage, bool? enabled, string? size)
    {
        if (size is not null && !CacheSizes.Contains(size))
        {
            throw AwsError.BadRequest($"Invalid cache cluster size. Valid sizes are {string.Join(',', CacheSizes)}");
        }

        var on = enabled ?? stage.CacheClusterEnabled;
        return stage with
        {
            CacheClusterEnabled = on,
            CacheClusterSize = size ?? stage.CacheClusterSize ?? (on ? CacheSizes[0] : null),
            CacheClusterStatus = on ? "AVAILABLE" : "NOT_AVAILABLE",
        };
    }

    public static CanarySettings Canary(RequestBody canary, string deploymentId) => new()
    {
        PercentTraffic = Percent(canary.Number("percentTraffic") ?? 0),
        DeploymentId = deploymentId,
        StageVariableOverrides = Variables(canary.Texts("stageVariableOverrides")),
        UseStageCache = canary.Flag("useStageCache") ?? false,
    };

    public static double Percent(double percent) => percent is >= 0 and <= 100
        ? percent
        : throw AwsError.BadRequest("Invalid canary percentTraffic, must be between 0.0 and 100.0");

    public static void CheckAccessLogTarget(string arn)
    {
        if (FirehoseArn().Match(arn) is { Success: true } firehose)
        {
            if (!firehose.Groups["name"].Value.StartsWith("amazon-apigateway-", StringComparison.Ordinal))
            {
                throw AwsError.BadRequest("Kinesis Firehose delivery stream name must begin with the characters 'amazon-apigateway-'");
            }
        }
        else if (!LogGroupArn().IsMatch(arn))
        {
            throw AwsError.BadRequest("The ARN must be a valid CloudWatch Logs log group or Kinesis Data Firehose delivery stream");
        }
    }

    public static void CheckAccessLogFormat(string format)
    {
        if (!format.Contains("$context.requestId", StringComparison.Ordinal) && !format.Contains("$context.extendedRequestId", StringComparison.Ordinal))
        {
            throw AwsError.BadRequest("Access Log format must include either $context.requestId or $context.extendedRequestId");
        }
    }

    // The documents allow a hyphen too, and so does the service in practice; a blank was the recorded refusal.
    [GeneratedRegex(@"\A[a-zA-Z0-9_\-]+\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"\A\w{1,64}\z", RegexOptions.ECMAScript)]
    private static partial Regex VariableName();

    [GeneratedRegex(@"\A[A-Za-z0-9\-._~:/?#&=, ]{1,512}\z")]
    private static partial Regex VariableValue();

    [GeneratedRegex(@"\Aarn:aws[\w-]*:firehose:[\w-]+:\d{12}:deliverystream/(?<name>.+)\z")]
    private static partial Regex FirehoseArn();

    [GeneratedRegex(@"\Aarn:aws[\w-]*:logs:[\w-]+:\d{12}:log-group:[^\s:]+(:\*)?\z")]
    private static partial Regex LogGroupArn();
}
