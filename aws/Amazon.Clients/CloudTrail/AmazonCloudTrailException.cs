// Written by aws/write.py.
using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudTrail;

public class AmazonCloudTrailException : AmazonServiceException
{
    public AmazonCloudTrailException() { }
    public AmazonCloudTrailException(string message) : base(message) { }
    public AmazonCloudTrailException(string message, Exception innerException) : base(message, innerException) { }
    public AmazonCloudTrailException(Exception innerException) : base(innerException) { }
    public AmazonCloudTrailException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
    public AmazonCloudTrailException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, errorType, errorCode, requestId, statusCode) { }
}
