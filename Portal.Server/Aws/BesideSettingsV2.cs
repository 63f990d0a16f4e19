using System.Text.Json;
using Amazon.ApiGatewayV2.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Settings of HTTP APIs and their stages that no spec holds, where somebody has set them, and stages of our APIs that are not ours.</summary>
internal static class BesideSettingsV2
{
    public static IEnumerable<BesideFact> Of(Address api, Api head)
    {
        if (head.IpAddressType?.Value is { } type and not "ipv4")
        {
            yield return new BesideFact(api, "IP address type", Json(type));
        }

        if (head.DisableSchemaValidation is true)
        {
            yield return new BesideFact(api, "deploying without a check of the models", "true");
        }
    }

    public static IEnumerable<BesideFact> Theirs(Address api, IEnumerable<Stage> stages) =>
        stages.Select(stage => new BesideFact(api, $"a stage {stage.StageName} that is not the portal's", Json(stage.DeploymentId)));

    public static IEnumerable<BesideFact> Of(LiveStageV2 stage)
    {
        var (address, live) = (new Address(Kind.Stage, stage.Id), stage.Live);

        if (live.AutoDeploy is true)
        {
            yield return new BesideFact(address, "automatic deployment", "true");
        }

        if (live.ClientCertificateId is { Length: > 0 } certificate)
        {
            yield return new BesideFact(address, "client certificate", Json(certificate));
        }
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);
}
