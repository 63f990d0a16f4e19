using System.Text.RegularExpressions;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Methods;

/// <summary>Checks of methods and their responses, with the service's texts where they are recorded; the others are worded after them.</summary>
internal static partial class MethodRules
{
    private static readonly string[] Verbs = ["GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "HEAD", "ANY"];

    public static string Verb(string verb) => Verbs.FirstOrDefault(known => known == verb)
        ?? throw AwsError.BadRequest($"Invalid HttpMethod specified. Valid options are {string.Join(',', Verbs)}");

    public static string Status(string status) => StatusFault(status) is { } fault ? throw AwsError.Validation([fault]) : Words.Pooled(status);

    /// <summary>What is wrong with a status, for who gathers faults.</summary>
    public static string? StatusFault(string status) => StatusCode().IsMatch(status)
        ? null
        : $@"Value '{status}' at 'statusCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [1-5]\d\d";

    public static void Check(ApiDefinition definition, Method method)
    {
        CheckAuthorization(definition, method);
        if (method.RequestValidatorId is { } validator && !definition.Validators.ContainsKey(validator))
        {
            throw AwsError.BadRequest("Invalid Request Validator identifier specified");
        }

        CheckModels(definition, method.RequestModels);
        foreach (var parameter in method.RequestParameters?.Keys ?? [])
        {
            if (!RequestParameter().IsMatch(parameter))
            {
                throw AwsError.BadRequest($"Invalid mapping expression parameter specified: {parameter}");
            }
        }

        if (method.RequestParameters?.Keys.GroupBy(parameter => parameter.Split('.', 4)[3]).Any(group => group.Count() > 1) is true)
        {
            throw AwsError.BadRequest("Parameter names must be unique across querystring, header and path");
        }
    }

    public static void CheckResponse(ApiDefinition definition, MethodResponse response)
    {
        foreach (var parameter in response.ResponseParameters?.Keys ?? [])
        {
            if (!ResponseParameter().IsMatch(parameter))
            {
                throw AwsError.BadRequest($"Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression parameter specified: {parameter}]");
            }
        }

        CheckModels(definition, response.ResponseModels);
    }

    private static void CheckAuthorization(ApiDefinition definition, Method method)
    {
        if (method.AuthorizationType is not ("NONE" or "AWS_IAM" or "CUSTOM" or "COGNITO_USER_POOLS"))
        {
            throw AwsError.BadRequest("Invalid authorization type specified. Valid options are NONE,AWS_IAM,CUSTOM,COGNITO_USER_POOLS");
        }

        if (method.AuthorizationType is "CUSTOM" or "COGNITO_USER_POOLS" && (method.AuthorizerId is null || !definition.Authorizers.ContainsKey(method.AuthorizerId)))
        {
            throw AwsError.BadRequest("Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.");
        }

        if (method.AuthorizationScopes is { Count: > 0 } && method.AuthorizationType is not "COGNITO_USER_POOLS")
        {
            throw AwsError.BadRequest("Authorization Scopes are only valid for COGNITO_USER_POOLS authorization type");
        }
    }

    private static void CheckModels(ApiDefinition definition, Map<string>? models)
    {
        foreach (var model in models?.Values ?? [])
        {
            if (!definition.Models.ContainsKey(model))
            {
                throw AwsError.BadRequest($"Invalid model identifier specified: {model}");
            }
        }
    }

    [GeneratedRegex(@"\A[1-5]\d\d\z")]
    private static partial Regex StatusCode();

    [GeneratedRegex(@"\Amethod\.request\.(querystring|path|header|multivaluequerystring|multivalueheader)\.[^\s]+\z")]
    private static partial Regex RequestParameter();

    [GeneratedRegex(@"\Amethod\.response\.(header|multivalueheader)\.[^\s]+\z")]
    private static partial Regex ResponseParameter();
}
