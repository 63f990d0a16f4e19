using System.Text.RegularExpressions;
using Portal.Server.Gateway;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

/// <summary>
/// The commands that let API Gateway invoke functions for which no role is given: without them calls fail with 500.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html
/// </summary>
internal static partial class LambdaPermissions
{
    /// <summary>Stands for AWS's id of the API before there is one.</summary>
    public const string UnknownApi = StageAddressView.UnknownApi;

    /// <summary>One command for each function. What is no plain ARN of a function yields none, so that nothing of a document can reach a shell.</summary>
    /// <param name="api">What is deployed.</param>
    /// <param name="place">Where.</param>
    public static IReadOnlyList<string> Of(DefinitionSpec api, Place place)
    {
        var routes = api.Functions.Select(uri => Command(uri, place, "routes", $"{place.Stage}/*"));
        var authorizers = api.AuthorizerFunctions.Select(uri => Command(uri, place, "authorizers", "authorizers/*"));

        return [.. routes.Concat(authorizers).OfType<string>().Distinct()];
    }

    private static string? Command(string? uri, Place place, string what, string source)
    {
        var match = Function().Match(VariablesInUse.Fill(uri ?? "", place.Variables));

        if (!match.Success)
        {
            return null;
        }

        var account = place.Account ?? match.Groups["account"].Value;
        var statement = $"portal-{place.RestApiId}-{place.Stage.TrimStart('$')}-{what}";

        return $"aws lambda add-permission --region {match.Groups["region"].Value} --function-name {match.Groups["arn"].Value} "
            + $"--statement-id {statement[..Math.Min(statement.Length, 100)]} --action lambda:InvokeFunction --principal apigateway.amazonaws.com "
            + $"--source-arn {Quoted($"arn:{match.Groups["partition"].Value}:execute-api:{place.Region}:{account}:{place.RestApiId}/{source}")}";
    }

    /// <summary>A shell would read $default as one of its own variables.</summary>
    private static string Quoted(string text) => text.Contains('$', StringComparison.Ordinal) ? $"'{text}'" : $"\"{text}\"";

    // HTTP APIs take the function's own ARN too.
    [GeneratedRegex(@"(\A|:lambda:path/2015-03-31/functions/)(?<arn>arn:(?<partition>aws[a-z-]*):lambda:(?<region>[a-z0-9-]+):(?<account>[0-9]{12}):function:[A-Za-z0-9_-]+(:[A-Za-z0-9_-]+)?)(/invocations)?\z")]
    private static partial Regex Function();

    internal sealed record Place
    {
        /// <summary>Of the API, as AWS writes it.</summary>
        public required string Region { get; init; }

        /// <summary>Of the API; null takes the function's.</summary>
        public required string? Account { get; init; }

        public required string RestApiId { get; init; }

        public required string Stage { get; init; }

        public required IReadOnlyDictionary<string, string> Variables { get; init; }
    }
}
