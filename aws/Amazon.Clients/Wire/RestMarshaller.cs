using System.Collections;
using System.Globalization;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Wire;

/// <summary>Writes a request of the rest-json protocol: members in path, query, headers and body, as their attributes say.</summary>
internal sealed class RestMarshaller(string service, JsonSerializerOptions json, Func<ErrorResponse, AmazonServiceException> error, string method, string path)
    : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    private readonly string _path = path.Split('?')[0];
    private readonly string[] _fixedQuery = path.Split('?') is [_, var query] ? query.Split('=') : [];

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var shape = Shape.Of(input.GetType());
        var request = new DefaultRequest(input, service) { HttpMethod = method, ResourcePath = _path, UseQueryString = true };

        // Without it, API Gateway answers in a style of its own, with _links and _embedded.
        request.Headers["Accept"] = "application/json";

        if (_fixedQuery is [var name, var value])
        {
            request.Parameters.Add(name, value);
        }

        foreach (var (property, travels) in shape.Outside)
        {
            Place(request, travels, property.Name, property.GetValue(input));
        }

        if (shape.Body is null && shape.HasJsonBody)
        {
            request.Content = JsonSerializer.SerializeToUtf8Bytes(input, input.GetType(), json);
            request.Headers["Content-Type"] = "application/json";
        }

        return request;
    }

    private void Place(DefaultRequest request, TravelsAttribute travels, string member, object value)
    {
        switch (travels.Place, value)
        {
            case (Wire.Place.Path, null or ""):
                throw error(new ErrorResponse { Message = $"The request has no {member}, which is a part of its path.", Type = ErrorType.Sender });
            case (Wire.Place.Body, null):
                throw error(new ErrorResponse { Message = $"The request has no {member}, which is its body.", Type = ErrorType.Sender });
            case (_, null):
                break;
            case (Wire.Place.Path, _):
                request.AddPathResource($"{{{travels.Name}}}", Text(value));
                break;
            case (Wire.Place.Header, _):
                request.Headers[travels.Name] = Text(value);
                break;
            case (Wire.Place.Body, MemoryStream body):
                request.Content = body.ToArray()[(int)body.Position..];
                request.Headers["Content-Type"] = "application/octet-stream";
                break;
            case (Wire.Place.Query, IDictionary map):
                foreach (DictionaryEntry entry in map)
                {
                    request.Parameters.Add((string)entry.Key, Text(entry.Value));
                }

                break;
            case (Wire.Place.Query, IEnumerable<string> list):
                request.ParameterCollection.Add(travels.Name, [.. list]);
                break;
            default:
                request.Parameters.Add(travels.Name, Text(value));
                break;
        }
    }

    private static string Text(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
