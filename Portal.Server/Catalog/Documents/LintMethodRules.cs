using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents;

/// <summary>What API Gateway keeps of an operation's parameters and answers.</summary>
internal static class LintMethodRules
{
    public static readonly LintRule Cookie = new(FindingLevel.Warning, "parameter-cookie",
        "API Gateway knows no cookie parameters; the cookie is passed on, and not demanded: {0}.",
        "");

    public static readonly LintRule ParameterName = new(FindingLevel.Warning, "parameter-name",
        "API Gateway takes only letters, digits and . _ $ - : in a parameter's name, so it does not demand these: {0}.",
        "A proxy integration passes them on all the same; otherwise rename them.");

    public static readonly LintRule ParameterTwice = new(FindingLevel.Warning, "parameter-twice",
        "Parameter names must be unique across querystring, header and path; only the first is declared: {0}.",
        "");

    public static readonly LintRule RequiredTwice = new(FindingLevel.Error, "parameter-twice-required",
        "Parameter names must be unique across querystring, header and path; API Gateway cannot demand both: {0}.",
        "Rename one, declare it as not required, or leave these operations out.");

    public static readonly LintRule PathUndeclared = new(FindingLevel.Info, "parameter-undeclared",
        "The path names a parameter that is not declared; it is declared for API Gateway: {0}.",
        "");

    public static readonly LintRule NotInPath = new(FindingLevel.Warning, "parameter-not-in-path",
        "This path parameter is not in the path, so it is not sent: {0}.",
        "Remove it, or put it into the path.");

    public static readonly LintRule Values = new(FindingLevel.Info, "parameter-values",
        "API Gateway checks whether a required parameter is there, never its value.",
        "");

    public static readonly LintRule DefaultResponse = new(FindingLevel.Info, "response-default",
        "API Gateway has no default answer; it stays in the catalog.",
        "");

    public static readonly LintRule ResponseRange = new(FindingLevel.Info, "response-range",
        "API Gateway knows single statuses only; a range is declared by its first one, unless one of its statuses is declared: {0}.",
        "");

    public static readonly LintRule ResponseStatus = new(FindingLevel.Warning, "response-status",
        "A status is a number from 100 to 599; this one is not sent: {0}.",
        "Correct the status.");

    public static readonly LintRule ResponseHeader = new(FindingLevel.Warning, "response-header",
        "API Gateway takes only letters, digits and . _ $ - : in a header's name, so this one is not declared: {0}.",
        "");

    public static readonly LintRule ResponseAdded = new(FindingLevel.Info, "response-undeclared",
        "The integration answers with something that the operation does not declare; it is declared for API Gateway: {0}.",
        "");

    public static readonly LintRule Validator = new(FindingLevel.Error, "validator-unknown",
        "There is no request validator of this name: {0}.",
        "Declare it in x-amazon-apigateway-request-validators.");
}
