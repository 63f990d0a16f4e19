using System.Globalization;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>What of a stage's settings differs, as operations of its one PATCH. The web ACL is not among them: the firewall's own service sets it.</summary>
internal static class StageSettingsPatch
{
    /// <param name="before">As they are.</param>
    /// <param name="after">As they shall be.</param>
    /// <param name="keys">AWS's own keys of the settings of methods: another spelling would make a second one, with which AWS takes no change of the stage any more.</param>
    public static IEnumerable<PatchOperation> Of(StageSettingsSpec before, StageSettingsSpec after, IReadOnlyCollection<string> keys) =>
    [
        .. Cache(before.CacheSize, after.CacheSize),
        .. Changed("/tracingEnabled", Word(before.Tracing), Word(after.Tracing)),
        .. Changed("/clientCertificateId", before.ClientCertificate ?? "", after.ClientCertificate ?? ""),
        .. Changed("/documentationVersion", before.DocumentationVersion ?? "", after.DocumentationVersion ?? ""),
        .. Methods(before.Methods, after.Methods, keys),
    ];

    public static bool ChangesMethods(StageSettingsSpec before, StageSettingsSpec after) => !before.Methods.SequenceEqual(after.Methods);

    private static IEnumerable<PatchOperation> Cache(string? before, string? after) => (before, after) switch
    {
        _ when before == after => [],
        (_, null) => [Replace("/cacheClusterEnabled", "false")],
        (null, _) => [Replace("/cacheClusterEnabled", "true"), Replace("/cacheClusterSize", after)],
        _ => [Replace("/cacheClusterSize", after)],
    };

    private static IEnumerable<PatchOperation> Methods(SortedMap<MethodSettingsSpec> before, SortedMap<MethodSettingsSpec> after, IReadOnlyCollection<string> keys)
    {
        var known = keys.GroupBy(MethodSettingKeys.Said).ToDictionary(same => same.Key, same => same.OrderByDescending(key => key == MethodSettingKeys.Sent(same.Key)).ToList());

        foreach (var key in known.SelectMany(pair => after.ContainsKey(pair.Key) ? pair.Value.Skip(1) : pair.Value))
        {
            yield return new PatchOperation { Op = Op.Remove, Path = $"/{key}" };
        }

        foreach (var (method, settings) in after)
        {
            var (was, key) = known.TryGetValue(method, out var same) ? (before.GetValueOrDefault(method), same[0]) : (null, MethodSettingKeys.Sent(method));

            foreach (var operation in Method($"/{key}", was, settings))
            {
                yield return operation;
            }
        }
    }

    /// <summary>New ones are said whole: what nobody says, AWS takes from the settings of all methods, or from limits of its own.</summary>
    private static IEnumerable<PatchOperation> Method(string path, MethodSettingsSpec? before, MethodSettingsSpec after) =>
        from member in Members(before).Zip(Members(after))
        where before is null || member.First.Value != member.Second.Value
        select Replace($"{path}/{member.Second.Path}", member.Second.Value);

    private static IEnumerable<(string Path, string Value)> Members(MethodSettingsSpec? settings)
    {
        var said = settings ?? MethodSettingsSpec.Default;

        yield return ("metrics/enabled", Word(said.MetricsEnabled));
        yield return ("logging/loglevel", said.LoggingLevel);
        yield return ("logging/dataTrace", Word(said.DataTraceEnabled));
        yield return ("throttling/burstLimit", (said.ThrottlingBurstLimit ?? -1).ToString(CultureInfo.InvariantCulture));
        yield return ("throttling/rateLimit", (said.ThrottlingRateLimit ?? -1).ToString(CultureInfo.InvariantCulture));
        yield return ("caching/enabled", Word(said.CachingEnabled));
        yield return ("caching/ttlInSeconds", said.CacheTtlInSeconds.ToString(CultureInfo.InvariantCulture));
        yield return ("caching/dataEncrypted", Word(said.CacheDataEncrypted));
        yield return ("caching/requireAuthorizationForCacheControl", Word(said.RequireAuthorizationForCacheControl));
        yield return ("caching/unauthorizedCacheControlHeaderStrategy", said.UnauthorizedCacheControlHeaderStrategy);
    }

    private static IEnumerable<PatchOperation> Changed(string path, string before, string after) => before == after ? [] : [Replace(path, after)];

    private static PatchOperation Replace(string path, string value) => new() { Op = Op.Replace, Path = path, Value = value };

    private static string Word(bool truth) => truth ? "true" : "false";
}
