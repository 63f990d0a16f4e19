using System.Text.RegularExpressions;
using FluentValidation;

namespace Portal.Shared.Stages;

/// <summary>
/// API Gateway's rules for what a stage is set up with:
/// https://docs.aws.amazon.com/apigateway/latest/api/patch-operations.html
/// </summary>
internal static partial class StageSetupRules
{
    private static readonly string[] CacheSizes = ["0.5", "1.6", "6.1", "13.5", "28.4", "58.2", "118", "237"];

    /// <summary>Each fault names what it is about.</summary>
    public static void AreStageSettings<T>(this IRuleBuilderInitial<T, StageSetup?> rule) => rule.Custom((settings, context) =>
    {
        foreach (var fault in settings is null ? [] : Faults(settings))
        {
            context.AddFailure(fault);
        }
    });

    public static void IsAccessLog<T>(this IRuleBuilderInitial<T, StageAccessLog> rule) => rule.Custom((log, context) =>
    {
        foreach (var fault in Faults(log))
        {
            context.AddFailure(fault);
        }
    });

    private static IEnumerable<string> Faults(StageSetup settings)
    {
        if (settings.CacheSize is { } size && !CacheSizes.Contains(size))
        {
            yield return $"A cache has {string.Join(", ", CacheSizes[..^1])} or {CacheSizes[^1]} gigabytes.";
        }

        if (settings.ClientCertificate is { } certificate && !Certificate().IsMatch(certificate))
        {
            yield return "A client certificate is named by API Gateway's id of it (small letters and digits), or by the ARN of one of ACM's.";
        }

        if (settings.DocumentationVersion is { Length: 0 or > 64 })
        {
            yield return "A version of the documentation has 1 to 64 characters.";
        }

        if (settings.WebAcl is { } acl && !WebAcl().IsMatch(acl))
        {
            yield return "A web ACL is named by its ARN, and is a regional one: arn:aws:wafv2:REGION:ACCOUNT:regional/webacl/NAME/ID.";
        }

        if (settings.Methods is null)
        {
            yield return "Settings of methods may be none, not missing.";
            yield break;
        }

        foreach (var (method, setup) in settings.Methods)
        {
            foreach (var fault in Faults(method.Length <= 200 ? method : method[..199] + "…", setup, method is StageSetup.AllMethods || Route().IsMatch(method) || RouteKey().IsMatch(method)))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> Faults(string method, MethodSetup? setup, bool isNamed)
    {
        if (!isNamed)
        {
            yield return $"'{method}': settings are for a method as in \"GET /pets\", a route as in \"$default\", or for all of them: \"{StageSetup.AllMethods}\".";
        }

        if (setup is null)
        {
            yield return $"'{method}': its settings are missing.";
            yield break;
        }

        if (setup.RateLimit is null != setup.BurstLimit is null)
        {
            yield return $"'{method}': a rate and a burst are set together, or neither.";
        }

        if (setup.RateLimit is < 0 or > 10_000_000 or double.NaN || setup.BurstLimit is < 0 or > 10_000_000)
        {
            yield return $"'{method}': a rate and a burst are numbers from 0 on, and no more than the account's.";
        }

        if (setup.CacheTtl is < 0 or > 3600)
        {
            yield return $"'{method}': an answer is cached for 0 to 3600 seconds.";
        }

        if (!Enum.IsDefined(setup.Logging) || !Enum.IsDefined(setup.UnauthorizedCacheControl))
        {
            yield return $"'{method}': logging or the answer to who may not make the cache forget is none that AWS knows.";
        }
    }

    private static IEnumerable<string> Faults(StageAccessLog? log)
    {
        switch (log)
        {
            case null:
                yield return "Say where calls are written down, or nowhere.";
                break;
            case { Place: AccessLogPlace.Own }:
                if (!LogTarget().IsMatch(log.DestinationArn ?? ""))
                {
                    yield return "Calls are written down in a log group (arn:aws:logs:REGION:ACCOUNT:log-group:NAME), or in a Firehose stream whose name begins with amazon-apigateway-.";
                }

                if (log.Format is not { Length: > 0 and <= 3072 } format || format.Contains('\n', StringComparison.Ordinal) || !RequestId().IsMatch(format))
                {
                    yield return "What is written down of a call is one line of at most 3,072 characters, with $context.requestId or $context.extendedRequestId in it.";
                }

                break;
            case { Place: not (AccessLogPlace.Connection or AccessLogPlace.Nowhere) }:
                yield return "Calls are written down where the connection says, where the stage says, or nowhere.";
                break;
        }
    }

    [GeneratedRegex(@"\A(GET|PUT|POST|DELETE|PATCH|OPTIONS|HEAD|ANY) /[^\s]{0,1500}\z")]
    private static partial Regex Route();

    /// <summary>Of an HTTP API $default, of a WebSocket API what its messages are chosen by.</summary>
    [GeneratedRegex(@"\A[^\s/]{1,128}\z")]
    private static partial Regex RouteKey();

    [GeneratedRegex(@"\A([a-z0-9]{6,20}|arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[A-Za-z0-9-]+)\z")]
    private static partial Regex Certificate();

    [GeneratedRegex(@"\Aarn:aws[a-z-]*:wafv2:[a-z0-9-]+:[0-9]{12}:regional/webacl/[A-Za-z0-9_-]{1,128}/[A-Za-z0-9-]{1,36}\z")]
    private static partial Regex WebAcl();

    [GeneratedRegex(@"\Aarn:aws[a-z-]*:(logs:[a-z0-9-]+:[0-9]{12}:log-group:[^\s:]{1,512}|firehose:[a-z0-9-]+:[0-9]{12}:deliverystream/amazon-apigateway-[A-Za-z0-9_.-]{1,64})\z")]
    private static partial Regex LogTarget();

    [GeneratedRegex(@"\$context\.(requestId|extendedRequestId)\b")]
    private static partial Regex RequestId();
}
