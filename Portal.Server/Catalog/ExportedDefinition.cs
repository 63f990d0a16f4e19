using Portal.Server.Catalog.Documents;
using Portal.Server.Gateway;

namespace Portal.Server.Catalog;

/// <summary>
/// Compares what AWS exports of a deployment with a definition. An export leaves things out (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html):
/// models that nothing uses, paths without methods, the API's own name and version are not compared.
/// </summary>
internal static class ExportedDefinition
{
    public static SourceDocument? Read(string export) => SourceDocument.Read(export) is ReadOutcome.Read read ? read.Document : null;

    public static bool IsOf(Api api, string export, DefinitionSpec definition) =>
        Read(export) is { } document && api.Project(document).Spec is { } exported && Kept(exported).Text == Kept(Said(api, definition)).Text;

    /// <summary>What a document changes of models it changes on both sides.</summary>
    private static DefinitionSpec Said(Api api, DefinitionSpec definition) => api.Project(ApiRevision.Read(FoundDocument.Of(definition, documentation: null))).Spec ?? definition;

    private static DefinitionSpec Kept(DefinitionSpec api) => api switch
    {
        RestApiSpec rest => Kept(rest),
        HttpApiSpec http => http with
        {
            Name = "",
            Description = null,
            Version = null,
            Authorizers = new SortedMap<HttpAuthorizerSpec>(http.Authorizers.Where(authorizer => http.Routes.Values.Any(route => route.Authorizer == authorizer.Key))),
        },
        _ => api,
    };

    private static RestApiSpec Kept(RestApiSpec api) => api with
    {
        Name = "",
        Description = null,
        Version = null,
        EmptyResources = [],
        Models = new SortedMap<ModelSpec>(api.Models.Where(model => Used(api).Contains(model.Key))),
        RequestValidators = new SortedMap<RequestValidatorSpec>(api.RequestValidators.Where(validator => api.Methods.Values.Any(method => method.RequestValidator == validator.Key))),
        Authorizers = new SortedMap<AuthorizerSpec>(api.Authorizers.Where(authorizer => api.Methods.Values.Any(method => method.Authorizer == authorizer.Key))),
    };

    private static HashSet<string> Used(RestApiSpec api) =>
    [
        .. api.Methods.Values.SelectMany(method => method.RequestModels.Values.Concat(method.Responses.Values.SelectMany(response => response.Models.Values))),
    ];
}
