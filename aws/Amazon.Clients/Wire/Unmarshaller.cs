using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Wire;

internal sealed class Unmarshaller<TResponse>(JsonSerializerOptions json, Func<ErrorResponse, AmazonServiceException> exception) : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext context)
    {
        var shape = Shape.Of(typeof(TResponse));
        var body = new MemoryStream();
        context.Stream.CopyTo(body);
        body.Position = 0;

        // Deletes and tags answer with nothing at all.
        var response = shape.HasJsonBody && body.Length > 0 ? JsonSerializer.Deserialize<TResponse>(body, json) : new TResponse();
        shape.Body?.SetValue(response, body);
        shape.ReadHeaders(response, context.ResponseData);

        return response;
    }

    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(context.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(context, ref reader);
        error.InnerException = innerException;
        error.StatusCode = statusCode;

        var result = exception(error);
        Shape.Of(result.GetType()).ReadHeaders(result, context.ResponseData);

        return result;
    }
}
