using Portal.Sandbox.ApiGateway.RestApis;

namespace Portal.Sandbox.ApiGateway.Documentation;

/// <summary>The parts of an API of which nothing is said yet, asked for by <c>locationStatus=UNDOCUMENTED</c>. As they are not there, their ids are made up of their places.</summary>
internal static class Undocumented
{
    public static IEnumerable<DocumentationPart> Of(ApiEntry entry) =>
        Places(entry).Where(place => entry.Documentation.At(place) is null).Select(place => new DocumentationPart { Id = place.Key, Location = place, Properties = "{}" });

    private static IEnumerable<DocumentationLocation> Places(ApiEntry entry)
    {
        yield return new() { Type = "API" };
        foreach (var model in entry.Definition.Models.Keys)
        {
            yield return new() { Type = "MODEL", Name = model };
        }

        foreach (var authorizer in entry.Definition.Authorizers.Values)
        {
            yield return new() { Type = "AUTHORIZER", Name = authorizer.Name };
        }

        foreach (var resource in entry.Definition.Resources.Values)
        {
            yield return new() { Type = "RESOURCE", Path = resource.Path };
            foreach (var method in resource.ResourceMethods?.Values ?? [])
            {
                DocumentationLocation Here(string type, string? status = null, string? name = null) => new() { Type = type, Path = resource.Path, Method = method.HttpMethod is "ANY" ? "*" : method.HttpMethod, StatusCode = status, Name = name };
                yield return Here("METHOD");
                foreach (var parameter in method.RequestParameters?.Keys ?? [])
                {
                    var parts = parameter.Split('.', 4);
                    yield return Here(parts[2] switch { "path" => "PATH_PARAMETER", "header" or "multivalueheader" => "REQUEST_HEADER", _ => "QUERY_PARAMETER" }, name: parts[3]);
                }

                if (method.RequestModels is not null)
                {
                    yield return Here("REQUEST_BODY");
                }

                foreach (var response in method.MethodResponses?.Values ?? [])
                {
                    yield return Here("RESPONSE", response.StatusCode);
                    foreach (var header in response.ResponseParameters?.Keys ?? [])
                    {
                        yield return Here("RESPONSE_HEADER", response.StatusCode, header.Split('.', 4)[3]);
                    }
                }
            }
        }
    }
}
