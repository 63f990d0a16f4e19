namespace Portal.Sandbox.Execution;

/// <summary>The right-hand sides of parameter mappings: <c>'static'</c>, <c>method.request.header.x</c>, <c>context.x</c>, <c>stageVariables.x</c>.</summary>
internal static class Mapping
{
    private const string Body = "method.request.body";

    public static string? Value(Exchange exchange, string source) => source.Split('.') switch
    {
        _ when source is ['\'', .. var text, '\''] => text,
        ["context", .. var name] => exchange.Context(string.Join('.', name)),
        ["stageVariables", var name] => exchange.StageVariable(name),
        ["method", "request", "body", ..] when source == Body => exchange.BodyText,
        ["method", "request", "body", ..] => JsonPath.Find(exchange.BodyText, $"${source[Body.Length..]}"),
        ["method", "request", var place, .. var name] => exchange.Parameter(place, string.Join('.', name)),
        _ => null,
    };
}
