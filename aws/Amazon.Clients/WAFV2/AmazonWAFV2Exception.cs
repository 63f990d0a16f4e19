// Written by aws/write.py.
using System.Net;
using Amazon.Runtime;

namespace Amazon.WAFV2;

public class AmazonWAFV2Exception : AmazonServiceException
{
    public AmazonWAFV2Exception() { }
    public AmazonWAFV2Exception(string message) : base(message) { }
    public AmazonWAFV2Exception(string message, Exception innerException) : base(message, innerException) { }
    public AmazonWAFV2Exception(Exception innerException) : base(innerException) { }
    public AmazonWAFV2Exception(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
    public AmazonWAFV2Exception(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, errorType, errorCode, requestId, statusCode) { }
}
