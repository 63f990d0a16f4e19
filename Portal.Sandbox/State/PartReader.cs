using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.ApiGateway.Resources;

namespace Portal.Sandbox.State;

/// <summary>
/// Reads the parts of APIs that are kept by the hundred thousand: resources and all below them. By hand, because a start is made of little else, and the serializer
/// puts the members of each into an array before it makes anything of them. What recurs ("GET", "NONE") is one text for all.
/// </summary>
internal static class PartReader
{
    /// <summary>Compiled once and well: in a start nothing runs long enough to be compiled better bit by bit, and trying that takes as long as the reading.</summary>
    private const MethodImplOptions Once = MethodImplOptions.AggressiveOptimization;

    private delegate T Reads<out T>(ref Utf8JsonReader reader);

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
                case "methodIntegration": integration = Integration(ref reader); break;
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

    [MethodImpl(Once)]
    private static Integration Integration(ref Utf8JsonReader reader)
    {
        string? type = null, verb = null, uri = null, connection = null, connectionId = null, credentials = null, passthrough = null, handling = null, cache = null, mode = null, target = null;
        Map<string>? parameters = null, templates = null;
        IReadOnlyList<string> keys = [];
        Map<IntegrationResponse>? responses = null;
        TlsConfig? tls = null;
        var timeout = 0;
        while (Member(ref reader) is { } name)
        {
            switch (name)
            {
                case "type": type = Recurring(ref reader); break;
                case "httpMethod": verb = Recurring(ref reader); break;
                case "uri": uri = reader.GetString(); break;
                case "connectionType": connection = Recurring(ref reader); break;
                case "connectionId": connectionId = Recurring(ref reader); break;
                case "credentials": credentials = Recurring(ref reader); break;
                case "requestParameters": parameters = Entries(ref reader, Recurring); break;
                case "requestTemplates": templates = Entries(ref reader, Recurring); break;
                case "passthroughBehavior": passthrough = Recurring(ref reader); break;
                case "contentHandling": handling = Recurring(ref reader); break;
                case "timeoutInMillis": timeout = reader.GetInt32(); break;
                case "cacheNamespace": cache = reader.GetString(); break;
                case "cacheKeyParameters": keys = Texts(ref reader); break;
                case "integrationResponses": responses = Entries(ref reader, IntegrationResponse); break;
                case "tlsConfig": tls = Tls(ref reader); break;
                case "responseTransferMode": mode = Recurring(ref reader); break;
                case "integrationTarget": target = reader.GetString(); break;
                default: reader.Skip(); break;
            }
        }

        return new()
        {
            Type = type!,
            HttpMethod = verb,
            Uri = uri,
            ConnectionType = connection,
            ConnectionId = connectionId,
            Credentials = credentials,
            RequestParameters = parameters,
            RequestTemplates = templates,
            PassthroughBehavior = passthrough!,
            ContentHandling = handling,
            TimeoutInMillis = timeout,
            CacheNamespace = cache!,
            CacheKeyParameters = keys,
            IntegrationResponses = responses,
            TlsConfig = tls,
            ResponseTransferMode = mode,
            IntegrationTarget = target,
        };
    }

    private static TlsConfig Tls(ref Utf8JsonReader reader)
    {
        var skips = false;
        while (Member(ref reader) is { } name)
        {
            if (name is "insecureSkipVerification")
            {
                skips = reader.GetBoolean();
            }
            else
            {
                reader.Skip();
            }
        }

        return new(skips);
    }

    [MethodImpl(Once)]
    private static IntegrationResponse IntegrationResponse(ref Utf8JsonReader reader)
    {
        string? status = null, pattern = null, handling = null;
        Map<string>? parameters = null, templates = null;
        while (Member(ref reader) is { } name)
        {
            switch (name)
            {
                case "statusCode": status = Recurring(ref reader); break;
                case "selectionPattern": pattern = Recurring(ref reader); break;
                case "responseParameters": parameters = Entries(ref reader, Recurring); break;
                case "responseTemplates": templates = Entries(ref reader, Recurring); break;
                case "contentHandling": handling = Recurring(ref reader); break;
                default: reader.Skip(); break;
            }
        }

        return new() { StatusCode = status!, SelectionPattern = pattern, ResponseParameters = parameters, ResponseTemplates = templates, ContentHandling = handling };
    }

    /// <summary>The name of the next member, whose value the reader then stands at; null at the end of the object.</summary>
    [MethodImpl(Once)]
    private static string? Member(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType is not JsonTokenType.PropertyName)
        {
            return null;
        }

        var name = Recurring(ref reader);
        reader.Read();
        return name;
    }

    [MethodImpl(Once)]
    private static Map<T> Entries<T>(ref Utf8JsonReader reader, Reads<T> read)
    {
        List<KeyValuePair<string, T>> pairs = [];
        while (Member(ref reader) is { } name)
        {
            pairs.Add(new(name, read(ref reader)));
        }

        return Map<T>.Of(pairs);
    }

    private static string[] Texts(ref Utf8JsonReader reader)
    {
        List<string> texts = [];
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            texts.Add(Recurring(ref reader));
        }

        return [.. texts];
    }

    private static bool Flag(ref Utf8JsonReader reader) => reader.GetBoolean();

    private static string Recurring(ref Utf8JsonReader reader) => Words.Pooled(ref reader);

    /// <summary>The resources of an API as its file has them.</summary>
    internal sealed class OfResources : JsonConverter<IReadOnlyList<Resource>>
    {
        public override IReadOnlyList<Resource> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            List<Resource> resources = [];
            while (reader.Read() && reader.TokenType is JsonTokenType.StartObject)
            {
                resources.Add(Resource(ref reader));
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
}
