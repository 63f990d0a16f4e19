using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents;

/// <summary>What API Gateway can guard. What it cannot is an error until somebody says what is to be done: a method is never opened silently.</summary>
internal static class LintSecurityRules
{
    /// <summary>One finding for each scheme, at the scheme; <see cref="ProjectionSchemes.AtGateway"/> there settles it.</summary>
    public static readonly LintRule Unknown = new(FindingLevel.Error, "security-unknown",
        "API Gateway does not know the security scheme {0}, so these methods would be open to anyone.",
        "Require an API key instead, say that they are open because the backend checks, add an authorizer (x-amazon-apigateway-authorizer) to the scheme, or leave these operations out.");

    public static readonly LintRule Form = new(FindingLevel.Error, "security-form",
        "Here 'security' is no list of objects, so nobody can say what it demands, and these methods would be open to anyone.",
        "Write it as a list: security: [{name: []}]; an empty list means open.");

    public static readonly LintRule Undeclared = new(FindingLevel.Error, "security-undeclared",
        "The security scheme {0} is demanded and declared nowhere, so these methods would be open to anyone.",
        "Declare the scheme, or correct its name.");

    public static readonly LintRule Narrowed = new(FindingLevel.Warning, "security-narrowed",
        "API Gateway does not know {0}; only who fulfils the other way in is admitted.",
        "");

    public static readonly LintRule All = new(FindingLevel.Warning, "security-all",
        "OpenAPI asks for one of {0}; API Gateway asks for all of them.",
        "Name only what each caller is to bring.");

    public static readonly LintRule Optional = new(FindingLevel.Warning, "security-optional",
        "The document admits callers without credentials; API Gateway asks everyone for {0}.",
        "");

    public static readonly LintRule OneAuthorizer = new(FindingLevel.Warning, "security-one-authorizer",
        "A method has one authorizer in API Gateway; the first of {0} is used.",
        "");

    public static readonly LintRule Scopes = new(FindingLevel.Warning, "security-scopes",
        "API Gateway checks scopes with Cognito user pools only; these are left to the authorizer: {0}.",
        "");

    public static readonly LintRule Open = new(FindingLevel.Info, "security-open",
        "The document says that the gateway lets these calls through, and the backend checks {0}.",
        "");

    public static readonly LintRule AtGateway = new(FindingLevel.Error, "security-at-gateway",
        "x-portal-at-gateway is 'open' or 'api-key', not {0}.",
        "Correct it in the security scheme.");

    public static readonly LintRule Authorizer = new(FindingLevel.Error, "authorizer",
        "API Gateway would refuse the authorizer of {0}.",
        "A token or request authorizer needs authorizerUri, a Cognito one providerARNs, and a request authorizer that caches needs identitySource; jwt is for HTTP APIs only.");

    public static readonly LintRule Authorizers = new(FindingLevel.Warning, "authorizers",
        "An API has at most 10 authorizers unless AWS raises the quota; this one has {0}.",
        "");

    public static readonly LintRule Auth = new(FindingLevel.Error, "auth-type",
        "x-amazon-apigateway-auth knows NONE and AWS_IAM, not {0}.",
        "Correct it, or use a security scheme.");
}
