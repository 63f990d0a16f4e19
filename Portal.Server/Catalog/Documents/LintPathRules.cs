using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents;

/// <summary>What API Gateway takes as a path or a method: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html</summary>
internal static class LintPathRules
{
    public static readonly LintRule Characters = new(FindingLevel.Error, "path-characters",
        "API Gateway takes only letters, digits and _ - . , : in a path, not {0}.",
        "Rename the path, or leave these operations out.");

    public static readonly LintRule PartialParameter = new(FindingLevel.Error, "path-partial-parameter",
        "In API Gateway a path parameter is a whole segment: {0} is not.",
        "Make the parameter a segment of its own, or leave these operations out.");

    public static readonly LintRule Greedy = new(FindingLevel.Error, "path-greedy",
        "A greedy parameter such as {proxy+} can only be the last segment: {0}.",
        "End the path with it, or leave these operations out.");

    public static readonly LintRule Renamed = new(FindingLevel.Warning, "path-parameter-renamed",
        "API Gateway has one variable below each path, so these go by one name there; the backend gets them as before: {0}.",
        "To see the same name everywhere, give the parameter one name in the document.");

    public static readonly LintRule Siblings = new(FindingLevel.Error, "path-siblings",
        "API Gateway has one variable below each path, and these cannot go by one name: {0}.",
        "Give the parameter one name in the document, or leave these operations out.");

    public static readonly LintRule Duplicate = new(FindingLevel.Error, "path-duplicate",
        "For API Gateway this is the same path and method as another one: {0}.",
        "Remove one of them, or leave it out.");

    public static readonly LintRule Slashes = new(FindingLevel.Info, "path-slashes",
        "API Gateway knows no empty segments; a slash at the end or twice in a row is left away: {0}.",
        "");

    public static readonly LintRule Empty = new(FindingLevel.Warning, "path-empty",
        "This path has no operation, and API Gateway would refuse it, so it is not sent: {0}.",
        "Remove or rename it.");

    public static readonly LintRule Method = new(FindingLevel.Error, "method-refused",
        "API Gateway has no method {0}.",
        "Leave these operations out.");

    public static readonly LintRule LeftOut = new(FindingLevel.Info, "left-out",
        "These operations are left out, as the document says (x-portal-leave-out).",
        "");

    public static readonly LintRule OperationId = new(FindingLevel.Error, "operation-id",
        "API Gateway refuses an operationId that is used twice: {0}.",
        "Give each operation its own, or leave these out.");

    public static readonly LintRule Origins = new(FindingLevel.Warning, "origins",
        "Browsers may call from several origins, and these answers do not name the caller's: pages cannot read them.",
        "Allow the calls from browsers again, which lets each template of the answers name it; an answer without a template passes on what the backend sends.");

    public static readonly LintRule OriginsOfBackend = new(FindingLevel.Info, "origins-of-backend",
        "Browsers may call from several origins: the backend has to answer with the caller's in Access-Control-Allow-Origin, because API Gateway passes its answers on as they are.",
        "");

    public static readonly LintRule Resources = new(FindingLevel.Warning, "resources",
        "An API has at most 300 resources unless AWS raises the quota; this one needs {0}.",
        "Ask AWS to raise quota L-01C8A9E0 before applying, or leave operations out.");
}
