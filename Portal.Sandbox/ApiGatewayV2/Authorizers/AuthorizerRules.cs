using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2.Authorizers;

/// <summary>Checks of authorizers. The texts are not recorded from the service.</summary>
internal static class AuthorizerRules
{
    private const int LongestTtl = 3_600;
    private const int MostAudiences = 50;

    public static void Check(Definition definition, Authorizer authorizer)
    {
        if (authorizer.Name is "")
        {
            throw AwsError.BadRequest("Authorizer name cannot be empty");
        }

        if (definition.Authorizers.Values.Any(other => other.AuthorizerId != authorizer.AuthorizerId && other.Name == authorizer.Name))
        {
            throw AwsError.Conflict($"Authorizer with name {authorizer.Name} already exists for this API");
        }

        switch (authorizer.AuthorizerType)
        {
            case "JWT":
                CheckJwt(definition, authorizer);
                break;
            case "REQUEST":
                CheckRequest(definition, authorizer);
                break;
            default:
                throw AwsError.BadRequest("Invalid authorizer type specified. Must be one of [JWT, REQUEST]");
        }
    }

    private static void CheckJwt(Definition definition, Authorizer authorizer)
    {
        if (!definition.IsHttp)
        {
            throw AwsError.BadRequest("JWT authorizers are only supported for HTTP APIs");
        }

        if (!Uri.TryCreate(authorizer.JwtConfiguration?.Issuer, UriKind.Absolute, out var issuer) || issuer.Scheme is not ("https" or "http"))
        {
            throw AwsError.BadRequest("Invalid issuer specified. The issuer of a JWT authorizer must be a URL");
        }

        if (authorizer.JwtConfiguration?.Audience?.Count > MostAudiences)
        {
            throw AwsError.BadRequest("Too many audiences: a JWT authorizer can have 50");
        }

        if (authorizer.IdentitySource is not [_])
        {
            throw AwsError.BadRequest("A JWT authorizer needs one identity source");
        }
    }

    private static void CheckRequest(Definition definition, Authorizer authorizer)
    {
        if (authorizer.AuthorizerUri?.StartsWith("arn:", StringComparison.Ordinal) is not true)
        {
            throw AwsError.BadRequest($"Invalid Authorizer URI: {authorizer.AuthorizerUri ?? "null"}. Authorizer URI should be a valid API Gateway ARN that represents a Lambda function invocation.");
        }

        if (definition.IsHttp && authorizer.AuthorizerPayloadFormatVersion is null)
        {
            throw AwsError.BadRequest("AuthorizerPayloadFormatVersion is a required parameter for authorizer");
        }

        if (authorizer is { EnableSimpleResponses: true, AuthorizerPayloadFormatVersion: not "2.0" })
        {
            throw AwsError.BadRequest("Simple responses need payload format version 2.0");
        }

        if (authorizer.AuthorizerResultTtlInSeconds is < 0 or > LongestTtl)
        {
            throw AwsError.BadRequest("Invalid authorizer result TTL, must be between 0 and 3600");
        }
    }
}
