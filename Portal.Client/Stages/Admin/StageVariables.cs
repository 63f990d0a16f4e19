using System.Text.RegularExpressions;
using Portal.Shared.Catalog;

namespace Portal.Client.Stages.Admin;

/// <summary>Finds which stage variables the routes of a revision name, so that nobody has to guess what a stage needs.</summary>
internal static partial class StageVariables
{
    public static IReadOnlyList<string> NamedIn(RoutesView view) =>
    [
        .. view.Routes.Where(route => !route.IsLeftOut).Select(route => Text(route.Integration))
            .Append(Text(view.DefaultIntegration))
            .SelectMany(text => Variable().Matches(text ?? "").Select(match => match.Groups["name"].Value))
            .Distinct(),
    ];

    private static string? Text(IntegrationView integration) => integration switch
    {
        IntegrationView.Http http => http.Url,
        IntegrationView.HttpProxy proxy => proxy.Url,
        IntegrationView.Lambda lambda => lambda.FunctionArn,
        IntegrationView.Other other => other.Uri,
        _ => null,
    };

    private static string? Text(DefaultIntegrationView? integration) => integration switch
    {
        DefaultIntegrationView.HttpProxy proxy => proxy.BaseUrl,
        DefaultIntegrationView.Lambda lambda => lambda.FunctionArn,
        _ => null,
    };

    [GeneratedRegex(@"\$\{stageVariables\.(?<name>[A-Za-z0-9_]+)\}")]
    private static partial Regex Variable();
}
