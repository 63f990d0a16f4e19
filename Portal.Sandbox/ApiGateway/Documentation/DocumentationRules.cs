using System.Text.Json;
using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Documentation;

/// <summary>Where documentation may stand and what it must be. The text for types is the service's, the others are not recorded.</summary>
internal static class DocumentationRules
{
    public const string Types = "RESPONSE_BODY, RESPONSE, METHOD, MODEL, AUTHORIZER, RESPONSE_HEADER, RESOURCE, PATH_PARAMETER, REQUEST_BODY, QUERY_PARAMETER, API, REQUEST_HEADER";

    public static DocumentationLocation Checked(DocumentationLocation location)
    {
        var (path, method, status, name) = Allowed(location.Type);
        Refuse(location, "path", location.Path, path);
        Refuse(location, "method", location.Method, method);
        Refuse(location, "statusCode", location.StatusCode, status);
        Refuse(location, "name", location.Name, name);
        if (name && location.Name is null or "")
        {
            throw AwsError.BadRequest($"Invalid location specified: a documentation part of type {location.Type} needs a name");
        }

        if (location.Path is { } where && !where.StartsWith('/'))
        {
            throw AwsError.BadRequest($"Invalid location specified: path {where} does not start with /");
        }

        if (location.Method is { } verb and not "*")
        {
            MethodRules.Verb(verb);
        }

        return location;
    }

    public static string Properties(string? properties)
    {
        try
        {
            using var document = JsonDocument.Parse(properties ?? "");
            if (document.RootElement is { ValueKind: JsonValueKind.Object } root && root.EnumerateObject().Any() && root.EnumerateObject().DistinctBy(member => member.Name).Count() == root.EnumerateObject().Count())
            {
                return properties!;
            }
        }
        catch (JsonException)
        {
            // Said below.
        }

        throw AwsError.BadRequest("Invalid Documentation part properties specified: they must be a JSON object with at least one member");
    }

    private static (bool Path, bool Method, bool Status, bool Name) Allowed(string type) => type switch
    {
        "API" => (false, false, false, false),
        "AUTHORIZER" or "MODEL" => (false, false, false, true),
        "RESOURCE" => (true, false, false, false),
        "METHOD" or "REQUEST_BODY" => (true, true, false, false),
        "PATH_PARAMETER" or "QUERY_PARAMETER" or "REQUEST_HEADER" => (true, true, false, true),
        "RESPONSE" or "RESPONSE_BODY" => (true, true, true, false),
        _ => (true, true, true, true),
    };

    private static void Refuse(DocumentationLocation location, string member, string? value, bool allowed)
    {
        if (value is not null && !allowed)
        {
            throw AwsError.BadRequest($"Invalid location specified: a documentation part of type {location.Type} has no {member}");
        }
    }
}
