using System.Text.RegularExpressions;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>What API Gateway would refuse of an integration, said before it is written.</summary>
internal static partial class IntegrationFaults
{
    public static void Check(DefaultIntegration integration)
    {
        // The base URL is joined with the path of each route, whose variables it may name.
        if (integration is DefaultIntegration.HttpProxy { BaseUrl: var url } && url.IndexOfAny(['?', '#']) >= 0)
        {
            throw new EditRefusedException("A base URL ends before ? and #.");
        }

        Check(integration.For(new RouteName("GET", "/")), []);
    }

    /// <param name="integration">One that the editor offers.</param>
    /// <param name="variables">The names of the variables of the route's path.</param>
    public static void Check(RouteIntegration integration, IReadOnlyList<string> variables)
    {
        if (FaultOf(integration, variables) is { } fault)
        {
            throw new EditRefusedException(fault);
        }
    }

    private static string? FaultOf(RouteIntegration integration, IReadOnlyList<string> variables) => integration switch
    {
        RouteIntegration.Mock { Status: < 100 or > 599 } mock => $"A status is a number from 100 to 599; {mock.Status} is not.",
        RouteIntegration.Mock mock when !ContentType().IsMatch(mock.ContentType) => $"'{mock.ContentType}' is no content type.",
        RouteIntegration.Mock => null,
        RouteIntegration.Http http => Fault(http.Method, http.Url, variables),
        RouteIntegration.HttpProxy proxy => Fault(proxy.Method, proxy.Url, variables),
        RouteIntegration.LambdaProxy lambda when !Arns.IsFunction(lambda.FunctionArn) => "A function is named by its ARN: arn:aws:lambda:eu-central-1:123456789012:function:name.",
        RouteIntegration.LambdaProxy { Role: { } role } when !Arns.IsRole(role) => "A role is named by its ARN: arn:aws:iam::123456789012:role/name.",
        RouteIntegration.LambdaProxy => null,
        _ => "Only mock, HTTP, HTTP proxy and Lambda proxy integrations are written here; edit the document's text for others.",
    };

    private static string? Fault(string method, string url, IReadOnlyList<string> variables)
    {
        if (!RoutePath.Methods.Contains(method))
        {
            return $"{method} is no method; choose one of {string.Join(", ", RoutePath.Methods)}.";
        }

        // With a word for each variable, what remains must be a URL like any other.
        var plain = Variable().Replace(StageVariable().Replace(url, "x"), "x");

        if (!Uri.TryCreate(plain, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || plain.Any(char.IsWhiteSpace) || plain.IndexOfAny(['{', '}', '$', '\\']) >= 0 || uri.Host is "")
        {
            return "The backend's URL is absolute, or has its base in a stage variable: https://example.com/pets or https://${stageVariables.backend}/pets.";
        }

        if (uri.UserInfo is not "")
        {
            return "A URL with a password in it would be shown to everybody who reads the document.";
        }

        var unknown = Variable().Matches(StageVariable().Replace(url, "x")).Select(match => match.Groups["name"].Value).FirstOrDefault(name => !variables.Contains(name));

        return unknown is null ? null : $"The URL names {{{unknown}}}, which is no variable of the route's path.";
    }

    [GeneratedRegex(@"\$\{stageVariables\.[A-Za-z0-9_]+\}")]
    private static partial Regex StageVariable();

    [GeneratedRegex(@"\{(?<name>[A-Za-z0-9_.-]+)\}")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\A[A-Za-z0-9.+_-]+/[A-Za-z0-9.+*_-]+(\s*;[^\r\n]*)?\z")]
    private static partial Regex ContentType();
}
