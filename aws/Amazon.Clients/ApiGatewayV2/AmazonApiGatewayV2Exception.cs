// Written by aws/write.py.
using System.Net;
using Amazon.Runtime;

namespace Amazon.ApiGatewayV2;

public class AmazonApiGatewayV2Exception : AmazonServiceException
{
    public AmazonApiGatewayV2Exception() { }
    public AmazonApiGatewayV2Exception(string message) : base(message) { }
    public AmazonApiGatewayV2Exception(string message, Exception innerException) : base(message, innerException) { }
    public AmazonApiGatewayV2Exception(Exception innerException) : base(innerException) { }
    public AmazonApiGatewayV2Exception(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
    public AmazonApiGatewayV2Exception(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, errorType, errorCode, requestId, statusCode) { }
}
