using System.Globalization;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Stages;

/// <summary>The patch paths of UpdateStage. What is not a field of the stage is read as a method setting, as the service does: its texts show it.</summary>
internal static class StagePatch
{
    public static Stage Apply(ApiEntry entry, Stage stage, PatchOperation patch) => patch.Parts switch
    {
        ["deploymentId"] when patch.Op is "replace" => WithDeployment(entry, stage, patch.Value ?? ""),
        ["deploymentId"] or ["variables"] when patch.Op is "copy" => CanaryPatch.Promoted(stage, patch),
        ["description"] when patch.Op is "replace" => stage with { Description = patch.Value },
        ["cacheClusterEnabled"] when patch.Op is "replace" => StageRules.WithCache(stage, Flag(patch.Value), null),
        ["cacheClusterSize"] when patch.Op is "replace" => StageRules.WithCache(stage, null, patch.Value),
        ["clientCertificateId"] when patch.Op is "replace" => stage with { ClientCertificateId = patch.Value is { Length: > 0 } id ? id : null },
        ["documentationVersion"] when patch.Op is "replace" => stage with { DocumentationVersion = patch.Value },
        ["tracingEnabled"] when patch.Op is "replace" => stage with { TracingEnabled = Flag(patch.Value) },
        ["variables", { Length: > 0 } name] => WithVariable(stage, name, patch),
        ["variables"] when patch.Op is "remove" => stage with { Variables = null },
        ["accessLogSettings"] when patch.Op is "remove" => stage with { AccessLogSettings = null },
        ["accessLogSettings", var field] when patch.Op is "add" or "replace" => stage with { AccessLogSettings = WithAccessLog(stage.AccessLogSettings ?? new(null, null), field, patch.Value) },
        ["canarySettings", ..] => CanaryPatch.Apply(entry, stage, patch),
        _ when patch.Op is "copy" => CanaryPatch.Promoted(stage, patch),
        _ => stage with { MethodSettings = MethodSettingPatch.Apply(stage.MethodSettings, patch) },
    };

    public static bool Flag(string? value) => bool.TryParse(value, out var flag) && flag;

    public static double Number(string? value) => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
        ? number
        : throw AwsError.BadRequest($"Invalid value specified: {value}");

    private static Stage WithDeployment(ApiEntry entry, Stage stage, string deploymentId)
    {
        StageOperations.CheckDeployment(entry, deploymentId);
        return stage with { DeploymentId = deploymentId };
    }

    private static Stage WithVariable(Stage stage, string name, PatchOperation patch)
    {
        var variables = stage.Variables ?? Map<string>.Empty;
        if (patch.Op is "remove")
        {
            return stage with { Variables = variables.Without(name).OrNull() };
        }

        var value = patch.Value ?? "";
        StageRules.CheckVariable(name, value);
        return stage with { Variables = variables.With(name, value) };
    }

    private static AccessLogSettings WithAccessLog(AccessLogSettings settings, string field, string? value)
    {
        if (field is not ("destinationArn" or "format"))
        {
            throw AwsError.BadRequest("Invalid accessLogSettings path. Must be one of : [/accessLogSettings/destinationArn, /accessLogSettings/format]");
        }

        if (string.IsNullOrEmpty(value))
        {
            throw AwsError.BadRequest("Access Log value must not be empty");
        }

        if (field is "destinationArn")
        {
            StageRules.CheckAccessLogTarget(value);
            return settings with { DestinationArn = value.EndsWith(":*", StringComparison.Ordinal) ? value[..^2] : value };
        }

        StageRules.CheckAccessLogFormat(value);
        return settings with { Format = value };
    }
}
