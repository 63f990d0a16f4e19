using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Portal.Sandbox.ApiGateway.Authorizers;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Execution;

/// <summary>
/// One try of an authorizer, as far as stages go with it: without its identity, or with one that its expression does not let pass, it is 401. Nobody stands for
/// functions and user pools yet, so whatever would have to be asked is 500, and nobody is let in.
/// </summary>
internal sealed class AuthorizerTrial
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);

    public required Authorizer Authorizer { get; init; }

    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    public required string PathWithQuery { get; init; }

    public required Map<string> StageVariables { get; init; }

    public required Map<string> Context { get; init; }

    public (int Status, string Log) Run(DateTimeOffset now)
    {
        const string Request = "test-request";
        StringBuilder log = new($"Execution log for request {Request}\n");
        void Line(string text) => log.Append(now.UtcDateTime.ToString("ddd MMM dd HH:mm:ss 'UTC' yyyy", CultureInfo.InvariantCulture)).Append(" : ").Append(text).Append('\n');

        Line($"Starting authorizer: {Authorizer.Id} for request: {Request}");
        string?[] identity = [.. Sources.Select(Find)];
        if (identity.Any(string.IsNullOrEmpty) || !Passes(identity))
        {
            Line($"Unauthorized request: {Request}");
            return (StatusCodes.Status401Unauthorized, log.ToString());
        }

        Line($"Execution failed due to configuration error: nothing stands for {Authorizer.AuthorizerUri ?? string.Join(", ", Authorizer.ProviderArns ?? [])} in the sandbox");
        return (StatusCodes.Status500InternalServerError, log.ToString());
    }

    private IEnumerable<string> Sources => Authorizer.IdentitySource?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private bool Passes(string?[] identity)
    {
        if (Authorizer.IdentityValidationExpression is not { Length: > 0 } expression || identity is not [{ } token])
        {
            return true;
        }

        try
        {
            return Regex.IsMatch(token, $@"\A(?:{expression})\z", RegexOptions.None, LongestMatch);
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private string? Find(string source) => source.Split('.', 4) switch
    {
        ["method", "request", "header" or "multivalueheader", var name] => Headers.LastOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value,
        ["method", "request", "querystring" or "multivaluequerystring", var name] =>
            QueryHelpers.ParseQuery(PathWithQuery.Split('?', 2) is [_, var query] ? query : "").TryGetValue(name, out var values) ? values.ToString() : null,
        ["stageVariables", var name] => StageVariables.Find(name),
        ["context", ..] => Context.Find(source["context.".Length..]),
        _ => null,
    };
}
