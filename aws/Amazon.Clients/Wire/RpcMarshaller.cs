using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Wire;

/// <summary>Writes a request of the AWS JSON 1.0 and 1.1 protocols: always POST /, the operation in a header, everything else in the body.</summary>
internal sealed class RpcMarshaller(string service, JsonSerializerOptions json, string target, string version) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, service) { HttpMethod = "POST", ResourcePath = "/" };
        request.Headers["X-Amz-Target"] = target;

        // CloudWatch then gives its errors the codes of its older protocol, as the official client expects; Logs has no such past and ignores it.
        request.Headers["x-amzn-query-mode"] = "true";
        request.Headers["Content-Type"] = $"application/x-amz-json-{version}";
        request.Content = JsonSerializer.SerializeToUtf8Bytes(input, input.GetType(), json);

        return request;
    }
}
