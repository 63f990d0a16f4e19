using System.Text.Json.Nodes;

namespace Portal.Tests.Sandbox.ApiGateway.ErrorTexts;

/// <summary>A request with one fault, the same one without it, and what the service says of the fault. A text that ends in … is how it begins.</summary>
internal sealed record ErrorCase(Ask Wrong, Ask Right, string Text, int Status = 400, string Type = "BadRequestException")
{
    public string Name => $"{Wrong.Verb} {Wrong.Path} {Wrong.Body[..Math.Min(Wrong.Body.Length, 90)]}: {Text[..Math.Min(Text.Length, 90)]}";
}

/// <summary>A request; <c>{api}</c> and the like stand for what <see cref="ErrorWorld"/> made.</summary>
internal sealed record Ask(string Verb, string Path, string Body = "")
{
    public static Ask Get(string path) => new("GET", path);

    public static Ask Delete(string path) => new("DELETE", path);

    public static Ask Post(string path, string body) => new("POST", path, body);

    public static Ask Put(string path, string body = "{}") => new("PUT", path, body);

    public static Ask Patch(string path, string op, string at, string? value = null, string? from = null) => Patch(path, (op, at, value, from));

    public static Ask Patch(string path, params (string? Op, string? At, string? Value, string? From)[] steps) => new("PATCH", path, new JsonObject
    {
        ["patchOperations"] = new JsonArray([.. steps.Select(Step)]),
    }.ToJsonString());

    private static JsonObject Step((string? Op, string? At, string? Value, string? From) step)
    {
        JsonObject written = [];
        foreach (var (name, value) in new[] { ("op", step.Op), ("path", step.At), ("value", step.Value), ("from", step.From) })
        {
            if (value is not null)
            {
                written[name] = value;
            }
        }

        return written;
    }
}
