using System.Globalization;
using Portal.Server.Gateway;
using static Portal.Server.Sync.SnippetText;

namespace Portal.Server.Sync;

/// <summary>How a stage's settings and tags would stand in the files of other tools, line by line.</summary>
internal static class StageSnippet
{
    /// <summary>Among the properties of AWS::ApiGateway::Stage.</summary>
    public static IEnumerable<string> CloudFormation(StageSpec stage)
    {
        if (stage.Settings is { } settings)
        {
            foreach (var (name, value) in Members(settings))
            {
                yield return $"    {name}: {value}";
            }

            yield return $"    MethodSettings:{(settings.Methods.Count is 0 ? " []" : "")}";

            foreach (var (method, set) in settings.Methods)
            {
                var (verb, path) = Split(method);
                yield return $"      - HttpMethod: {Quoted(verb)}";
                yield return $"        ResourcePath: {Quoted(method is StageSettingsSpec.AllMethods ? "/*" : $"/{path.Replace("/", "~1", StringComparison.Ordinal)}")}";

                foreach (var (name, value) in Members(set))
                {
                    yield return $"        {name}: {value}";
                }
            }
        }

        if (stage.Tags.Set() is { } tags)
        {
            yield return "    Tags:";

            foreach (var (key, value) in tags)
            {
                yield return $"      - {{ Key: {Quoted(key)}, Value: {Quoted(value!)} }}";
            }
        }

        if (stage.Canary is { IsThere: false })
        {
            yield return "# It has no CanarySetting.";
        }

        if (stage.Settings?.WebAcl is { } acl)
        {
            yield return $"# Its web ACL is an AWS::WAFv2::WebACLAssociation of its own: WebACLArn {Quoted(acl)}.";
        }
    }

    /// <summary>Among the arguments of aws_api_gateway_stage.</summary>
    public static IEnumerable<string> Terraform(StageSpec stage)
    {
        if (stage.Settings is { } settings)
        {
            foreach (var (name, value) in Members(settings))
            {
                yield return $"  {(name is "TracingEnabled" ? "xray_tracing_enabled" : Snake(name))} = {value}";
            }
        }

        foreach (var line in TerraformTags(stage.Tags))
        {
            yield return line;
        }
    }

    /// <summary>Resources of their own, beside the stage's.</summary>
    public static IEnumerable<string> TerraformBeside(StageSpec stage)
    {
        foreach (var (index, method) in (stage.Settings?.Methods ?? SortedMap<MethodSettingsSpec>.Empty).Index())
        {
            var (verb, path) = Split(method.Key);
            yield return string.Create(CultureInfo.InvariantCulture, $"resource \"aws_api_gateway_method_settings\" \"method_{index}\" {{");
            yield return $"  method_path = {Quoted(method.Key is StageSettingsSpec.AllMethods ? method.Key : $"{path.TrimStart('/')}/{verb}")}";
            yield return "  settings {";

            foreach (var (name, value) in Members(method.Value))
            {
                yield return $"    {Snake(name)} = {value}";
            }

            yield return "  }";
            yield return "}";
        }

        if (stage.Canary is { IsThere: false })
        {
            yield return "# It has no canary_settings.";
        }

        if (stage.Settings?.WebAcl is { } acl)
        {
            yield return $"# Its web ACL is an aws_wafv2_web_acl_association of its own: web_acl_arn = {Quoted(acl)}";
        }
    }

    private static IEnumerable<(string Name, string Value)> Members(StageSettingsSpec settings)
    {
        yield return ("TracingEnabled", Word(settings.Tracing));
        yield return ("CacheClusterEnabled", Word(settings.CacheSize is not null));

        foreach (var (name, value) in new[] { ("CacheClusterSize", settings.CacheSize), ("ClientCertificateId", settings.ClientCertificate), ("DocumentationVersion", settings.DocumentationVersion) })
        {
            if (value is not null)
            {
                yield return (name, Quoted(value));
            }
        }
    }

    private static IEnumerable<(string Name, string Value)> Members(MethodSettingsSpec set)
    {
        yield return ("ThrottlingRateLimit", (set.ThrottlingRateLimit ?? -1).ToString(CultureInfo.InvariantCulture));
        yield return ("ThrottlingBurstLimit", (set.ThrottlingBurstLimit ?? -1).ToString(CultureInfo.InvariantCulture));
        yield return ("LoggingLevel", Quoted(set.LoggingLevel));
        yield return ("DataTraceEnabled", Word(set.DataTraceEnabled));
        yield return ("MetricsEnabled", Word(set.MetricsEnabled));
        yield return ("CachingEnabled", Word(set.CachingEnabled));
        yield return ("CacheTtlInSeconds", set.CacheTtlInSeconds.ToString(CultureInfo.InvariantCulture));
        yield return ("CacheDataEncrypted", Word(set.CacheDataEncrypted));
    }

    private static (string Verb, string Path) Split(string method) => method.Split(' ', 2) is [var verb, var path] ? (verb, path) : ("*", "*");
}
