using System.Text.RegularExpressions;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Methods;

/// <summary>Checks of parameter mappings, with the service's texts where they are recorded; the others are worded after them.</summary>
internal static partial class MappingRules
{
    public static void CheckRequest(Method method, string name, string source)
    {
        if (!RequestTarget().IsMatch(name))
        {
            throw Expression($"Invalid mapping expression parameter specified: {name}");
        }

        if (!RequestSource().IsMatch(source))
        {
            throw Expression($"Invalid mapping expression specified: {source}");
        }

        if (source.StartsWith("method.request.", StringComparison.Ordinal) && !source.StartsWith("method.request.body", StringComparison.Ordinal) && !Declares(method, source))
        {
            throw Expression($"Invalid mapping expression parameter specified: {source}");
        }
    }

    public static void CheckResponse(Method method, string status, string name, string source)
    {
        if (method.MethodResponses.Find(status)?.ResponseParameters?.ContainsKey(name) is not true)
        {
            throw Expression(method.MethodResponses is null ? "No method response exists for method." : $"Invalid mapping expression parameter specified: {name}");
        }

        if (!ResponseSource().IsMatch(source))
        {
            throw Expression($"Invalid mapping expression specified: {source}");
        }
    }

    public static bool Declares(Method method, string parameter) =>
        method.RequestParameters?.ContainsKey(parameter) is true
        || method.RequestParameters?.ContainsKey(parameter.Replace(".multivalue", ".", StringComparison.Ordinal)) is true;

    private static AwsError Expression(string fault) =>
        AwsError.BadRequest($"Invalid mapping expression specified: Validation Result: warnings : [], errors : [{fault}]");

    [GeneratedRegex(@"\Aintegration\.request\.(querystring|path|header)\.[^\s]+\z")]
    private static partial Regex RequestTarget();

    [GeneratedRegex(@"\A('.*'|method\.request\.\S+|context\.\S+|stageVariables\.\S+)\z", RegexOptions.Singleline)]
    private static partial Regex RequestSource();

    [GeneratedRegex(@"\A('.*'|integration\.response\.\S+|context\.\S+|stageVariables\.\S+)\z", RegexOptions.Singleline)]
    private static partial Regex ResponseSource();
}
