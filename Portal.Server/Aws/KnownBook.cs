using System.Collections.Frozen;

namespace Portal.Server.Aws;

/// <summary>What was imported from a connection: the portal's ids by AWS's paths. It is for finding; what may be written is said by tags.</summary>
internal sealed class KnownBook(IEnumerable<KeyValuePair<string, string>> things)
{
    private readonly FrozenDictionary<string, string> _ids = things.ToFrozenDictionary(StringComparer.Ordinal);

    public static KnownBook Empty { get; } = new([]);

    public string? ApiOf(string restApiId) => _ids.GetValueOrDefault($"restapis/{restApiId}");

    public string? StageOf(string restApiId, string stage) => _ids.GetValueOrDefault($"restapis/{restApiId}/stages/{stage}");

    public string? DeploymentOf(string restApiId, string deployment) => _ids.GetValueOrDefault($"restapis/{restApiId}/deployments/{deployment}");

    /// <param name="path">AWS's path to it: "clientcertificates/abc", "apis/abc".</param>
    public string? Of(string path) => _ids.GetValueOrDefault(path);

    public string? PlanOf(string plan) => _ids.GetValueOrDefault($"usageplans/{plan}");
}
