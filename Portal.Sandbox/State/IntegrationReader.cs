using System.Runtime.CompilerServices;
using System.Text.Json;
using Portal.Sandbox.ApiGateway.Methods;
using static Portal.Sandbox.State.PartReading;

namespace Portal.Sandbox.State;

/// <summary>Reads integrations as they are kept.</summary>
internal static class IntegrationReader
{
    [MethodImpl(Once)]
    public static Integration Integration(ref Utf8JsonReader reader)
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
}
