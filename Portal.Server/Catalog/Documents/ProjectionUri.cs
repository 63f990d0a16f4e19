using System.Text.RegularExpressions;

namespace Portal.Server.Catalog.Documents;

/// <summary>The address of a backend: its form, the variables in it, and the ways in which functions are named.</summary>
internal sealed partial class ProjectionUri(ProjectionMethod method, string place)
{
    /// <param name="type">The integration's type, in capitals.</param>
    /// <param name="uri">What the document says, or null.</param>
    /// <param name="verb">The method of the call, in capitals, or null.</param>
    /// <param name="parameters">The integration's mappings; a variable of the path that the address names is added.</param>
    public string? Read(string type, string? uri, string? verb, Dictionary<string, string> parameters)
    {
        if (type is "MOCK")
        {
            return null;
        }

        if (verb is null or "")
        {
            method.Find(LintIntegrationRules.Method, place);
        }

        if (type is "HTTP" or "HTTP_PROXY")
        {
            return Http(uri ?? "", parameters);
        }

        // AWS's variables stand for parts of ARNs and are filled in later.
        var arn = Function().Match(uri ?? "");

        if (arn.Success)
        {
            method.Find(LintIntegrationRules.LambdaArn, place);
            uri = $"arn:{arn.Groups["partition"].Value}:apigateway:{arn.Groups["region"].Value}:lambda:path/2015-03-31/functions/{uri}/invocations";
        }

        if (!Service().IsMatch(AwsVariable().Replace(uri ?? "", "x")) || (type is "AWS_PROXY" && !Proxied().IsMatch(uri ?? "")))
        {
            method.Find(LintIntegrationRules.AwsUri, place + "/uri", uri ?? "none");
        }
        else if (uri!.Contains(":lambda:path/", StringComparison.Ordinal) && verb is { Length: > 0 } and not "POST")
        {
            method.Find(LintIntegrationRules.LambdaMethod, place, verb);
        }

        return uri;
    }

    private string Http(string uri, Dictionary<string, string> parameters)
    {
        if (!Url().IsMatch(uri))
        {
            method.Find(LintIntegrationRules.HttpUri, place + "/uri", uri is "" ? "none" : uri);
        }

        foreach (var name in Variable().Matches(uri).Select(match => match.Groups["name"].Value).Distinct())
        {
            if (parameters.ContainsKey($"integration.request.path.{name}"))
            {
                continue;
            }

            if (method.Operation.Variables.TryGetValue(name, out var variable))
            {
                parameters[$"integration.request.path.{name}"] = $"method.request.path.{variable}";
            }
            else
            {
                method.Find(LintIntegrationRules.UriVariable, place + "/uri", name);
            }
        }

        return uri;
    }

    [GeneratedRegex(@"^https?://(\$\{stageVariables\.\w+\}|[A-Za-z0-9\[{])\S*\z", RegexOptions.IgnoreCase)]
    private static partial Regex Url();

    /// <summary>A stage variable has a dollar before its brace.</summary>
    [GeneratedRegex(@"(?<!\$)\{(?<name>[^{}]+)\}")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^arn:(?<partition>aws[a-z-]*):lambda:(?<region>[a-z0-9-]+):[0-9]{12}:function:\S+\z")]
    private static partial Regex Function();

    [GeneratedRegex(@"^arn:(aws[a-z-]*|x):apigateway:[^:]+:[^:]+:(path|action)/.+\z")]
    private static partial Regex Service();

    [GeneratedRegex(@"\$\{AWS::[A-Za-z]+\}")]
    private static partial Regex AwsVariable();

    [GeneratedRegex(@"(:lambda:path/.*/functions/.*/invocations|:firehose:action/.*)\z")]
    private static partial Regex Proxied();
}
