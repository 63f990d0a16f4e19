using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Authorizers;

/// <summary>Checks of authorizers. The texts are not recorded from the service.</summary>
internal static class AuthorizerRules
{
    private const int LongestTtl = 3_600;

    public static string Type(string? type) => type is "TOKEN" or "REQUEST" or "COGNITO_USER_POOLS"
        ? type
        : throw AwsError.BadRequest("Invalid authorizer type specified. Valid options are TOKEN,REQUEST,COGNITO_USER_POOLS");

    public static Authorizer Checked(Authorizer authorizer)
    {
        if (authorizer.Name is "")
        {
            throw AwsError.BadRequest("Authorizer name cannot be empty");
        }

        if (authorizer is { Type: "COGNITO_USER_POOLS", ProviderArns: null or [] })
        {
            throw AwsError.BadRequest("Invalid provider ARNs. COGNITO_USER_POOLS authorizers need at least one");
        }

        if (authorizer is { Type: "TOKEN" or "REQUEST", AuthorizerUri: null or "" })
        {
            throw AwsError.BadRequest("Invalid Authorizer URI: null. Authorizer URI should be a valid API Gateway ARN that represents a Lambda function invocation.");
        }

        if (authorizer.AuthorizerResultTtlInSeconds is < 0 or > LongestTtl)
        {
            throw AwsError.BadRequest("Invalid authorizer result TTL, must be between 0 and 3600");
        }

        return authorizer;
    }
}
