namespace Portal.Tests.Catalog.Projection;

/// <summary>One rule: a document in, a finding out.</summary>
/// <param name="Rule">The finding's rule.</param>
/// <param name="Pointer">The finding's place.</param>
/// <param name="Operations">The operations it names, with commas; empty for none.</param>
/// <param name="Says">A part of its message.</param>
/// <param name="Yaml">The document without its head; MOCK stands for an operation's mock integration.</param>
public sealed record LintCase(string Rule, string Pointer, string Operations, string Says, string Yaml)
{
    private const string Mock = "x-amazon-apigateway-integration: {type: mock, requestTemplates: {application/json: '{\"statusCode\": 200}'}, responses: {default: {statusCode: 200}}}";

    /// <summary>OpenAPI 3.0.1 unless the case says which.</summary>
    public string Text => (Yaml.StartsWith("openapi", StringComparison.Ordinal) || Yaml.StartsWith("swagger", StringComparison.Ordinal) ? "" : "openapi: 3.0.1\ninfo: {title: shop-1, version: '1'}\n")
        + Yaml.Replace("MOCK", Mock, StringComparison.Ordinal);

    /// <summary>PRIVATE where the case is about private APIs.</summary>
    public string EndpointType => Rule.EndsWith("-private", StringComparison.Ordinal) ? "PRIVATE" : "REGIONAL";

    public override string ToString() => $"{Rule} at {Pointer}";
}
