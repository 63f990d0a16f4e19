using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents;

/// <summary>What becomes of schemas. API Gateway's models are JSON Schema draft 4, read through a parser of OpenAPI 3.0: a keyword survives where both know it.</summary>
internal static class LintSchemaRules
{
    public static readonly LintRule Names = new(FindingLevel.Info, "model-name",
        "Model names are letters and digits in API Gateway, so these are called otherwise there: {0}.",
        "");

    public static readonly LintRule Annotations = new(FindingLevel.Info, "model-annotation",
        "Models are sent without what does not validate; it stays in the catalog: {0}.",
        "");

    public static readonly LintRule Keywords = new(FindingLevel.Warning, "model-keyword",
        "API Gateway does not check this part of a schema, so that it refuses nothing that is valid: {0}.",
        "If the gateway is to check it, say it in JSON Schema draft 4.");

    public static readonly LintRule Hoisted = new(FindingLevel.Info, "model-inline",
        "A schema that stands inside a body becomes a model with a name of its own: {0}.",
        "");

    public static readonly LintRule Unchecked = new(FindingLevel.Info, "model-unchecked",
        "Of this model nothing is left that API Gateway could check, so it is not sent: {0}.",
        "");

    public static readonly LintRule Primitive = new(FindingLevel.Info, "body-primitive",
        "A body that is neither an object nor a list has no model in API Gateway; it is passed on unchecked.",
        "");

    public static readonly LintRule NotJson = new(FindingLevel.Info, "body-not-json",
        "API Gateway has models for JSON only; other content is passed on unchecked: {0}.",
        "");

    public static readonly LintRule SizeUnused = new(FindingLevel.Warning, "model-size-unused",
        "The models of an API may have 400 KB; to stay below that, those which no operation uses are not sent.",
        "");

    public static readonly LintRule Size = new(FindingLevel.Error, "model-size",
        "The models of an API may have 400 KB; these have {0}.",
        "Leave out operations with large bodies, or make the schemas smaller.");
}
