using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.ApiGateway.Resources;
using static Portal.Sandbox.State.PartReading;

namespace Portal.Sandbox.State;

/// <summary>Reads resources, and all below them, as they are kept.</summary>
internal static class PartReader
{
    [MethodImpl(Once)]
    public static Resource Resource(ref Utf8JsonReader reader)
    {
        string? id = null, parent = null, part = null, path = null;
        Map<Method>? methods = null;
        while (Member(ref reader) is { } name)
        {
            switch (name)
            {
                case "id": id = reader.GetString(); break;
                case "parentId": parent = Recurring(ref reader); break;
                case "pathPart": part = reader.GetString(); break;
                case "path": path = reader.GetString(); break;
                case "resourceMethods": methods = Entries(ref reader, Method); break;
                default: reader.Skip(); break;
            }
        }

        return new() { Id = id!, ParentId = parent, PathPart = part, Path = path!, ResourceMethods = methods };
    }

    [MethodImpl(Once)]
    private static Method Method(ref Utf8JsonReader reader)
    {
        string? verb = null, authorization = null, authorizer = null, validator = null, operation = null;
        IReadOnlyList<string>? scopes = null;
        var keyRequired = false;
        Map<bool>? parameters = null;
        Map<string>? models = null;
        Map<MethodResponse>? responses = null;
        Integration? integration = null;
        while (Member(ref reader) is { } name)
        {
            switch (name)
            {
                case "httpMethod": verb = Recurring(ref reader); break;
                case "authorizationType": authorization = Recurring(ref reader); break;
                case "authorizerId": authorizer = Recurring(ref reader); break;
                case "authorizationScopes": scopes = Texts(ref reader); break;
                case "apiKeyRequired": keyRequired = reader.GetBoolean(); break;
                case "requestValidatorId": validator = Recurring(ref reader); break;
                case "operationName": operation = reader.GetString(); break;
                case "requestParameters": parameters = Entries(ref reader, Flag); break;
                case "requestModels": models = Entries(ref reader, Recurring); break;
                case "methodResponses": responses = Entries(ref reader, MethodResponse); break;
                case "methodIntegration": integration = IntegrationReader.Integration(ref reader); break;
                default: reader.Skip(); break;
            }
        }

        return new()
        {
            HttpMethod = verb!,
            AuthorizationType = authorization!,
            AuthorizerId = authorizer,
            AuthorizationScopes = scopes,
            ApiKeyRequired = keyRequired,
            RequestValidatorId = validator,
            OperationName = operation,
            RequestParameters = parameters,
            RequestModels = models,
            MethodResponses = responses,
            MethodIntegration = integration,
        };
    }

    [MethodImpl(Once)]
    private static MethodResponse MethodResponse(ref Utf8JsonReader reader)
    {
        string? status = null;
        Map<bool>? parameters = null;
        Map<string>? models = null;
        while (Member(ref reader) is { } name)
        {
            switch (name)
            {
                case "statusCode": status = Recurring(ref reader); break;
                case "responseParameters": parameters = Entries(ref reader, Flag); break;
                case "responseModels": models = Entries(ref reader, Recurring); break;
                default: reader.Skip(); break;
            }
        }

        return new() { StatusCode = status!, ResponseParameters = parameters, ResponseModels = models };
    }
}

/// <summary>The resources of an API as its file has them.</summary>
internal sealed class SavedResources : JsonConverter<IReadOnlyList<Resource>>
{
    public override IReadOnlyList<Resource> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        List<Resource> resources = [];
        while (reader.Read() && reader.TokenType is JsonTokenType.StartObject)
        {
            resources.Add(PartReader.Resource(ref reader));
        }

        return resources;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<Resource> value, JsonSerializerOptions options)
    {
        var info = (JsonTypeInfo<Resource>)options.GetTypeInfo(typeof(Resource));
        writer.WriteStartArray();
        foreach (var resource in value)
        {
            JsonSerializer.Serialize(writer, resource, info);
        }

        writer.WriteEndArray();
    }
}
