using System.Text.RegularExpressions;
using Portal.Server.Gateway;

namespace Portal.Server.Catalog.Documents;

/// <summary>What is collected of one operation. The integration is read last and may declare what the author forgot.</summary>
internal sealed partial class ProjectionMethod(ProjectionOperation operation, Lint lint)
{
    public const string ResponseHeader = "method.response.header.";

    public ProjectionOperation Operation => operation;

    /// <summary>By "method.request.PLACE.NAME": whether it is required.</summary>
    public Dictionary<string, bool> Parameters { get; } = [];

    public Dictionary<string, string> RequestModels { get; } = [];

    /// <summary>By status: headers ("method.response.header.NAME") and models by content type.</summary>
    public Dictionary<string, (HashSet<string> Headers, Dictionary<string, string> Models)> Responses { get; } = [];

    /// <summary>What a parameter or header may be called; AWS's own words: "Parameter name should match the following regular expression".</summary>
    public static bool IsName(string name) => Name().IsMatch(name);

    public void Find(LintRule rule, string place, string? subject = null) => lint.Add(rule, operation.Pointer + place, operation.Name, subject);

    /// <summary>Declares an answer that the integration gives.</summary>
    public void Declare(string status, IEnumerable<string> headers)
    {
        if (!Responses.TryGetValue(status, out var response))
        {
            Responses[status] = response = ([], []);
            Find(LintMethodRules.ResponseAdded, "/responses", status);
        }

        foreach (var header in headers)
        {
            if (response.Headers.Add(header))
            {
                Find(LintMethodRules.ResponseAdded, $"/responses/{status}", $"header {header[ResponseHeader.Length..]}");
            }
        }
    }

    public SortedMap<MethodResponseSpec> ResponseSpecs(Func<string, bool> isModel) => new(Responses.Select(response => KeyValuePair.Create(response.Key, new MethodResponseSpec
    {
        Parameters = new SortedMap<bool>(response.Value.Headers.Select(header => KeyValuePair.Create(header, false))),
        Models = Models(response.Value.Models, isModel),
    })));

    public static SortedMap<string> Models(Dictionary<string, string> models, Func<string, bool> isModel) => new(models.Where(model => isModel(model.Value)));

    [GeneratedRegex(@"^[a-zA-Z0-9:._$-]+\z")]
    private static partial Regex Name();
}
