// Written by aws/write.py.
using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs;

public class AmazonCloudWatchLogsException : AmazonServiceException
{
    public AmazonCloudWatchLogsException() { }
    public AmazonCloudWatchLogsException(string message) : base(message) { }
    public AmazonCloudWatchLogsException(string message, Exception innerException) : base(message, innerException) { }
    public AmazonCloudWatchLogsException(Exception innerException) : base(innerException) { }
    public AmazonCloudWatchLogsException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
    public AmazonCloudWatchLogsException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, errorType, errorCode, requestId, statusCode) { }
}
