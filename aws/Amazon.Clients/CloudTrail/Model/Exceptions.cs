// Written by aws/write.py.
using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

public class InvalidEventCategoryException : AmazonCloudTrailException
{
    public InvalidEventCategoryException() { }
    public InvalidEventCategoryException(string message) : base(message) { }
    public InvalidEventCategoryException(string message, Exception innerException) : base(message, innerException) { }
    public InvalidEventCategoryException(Exception innerException) : base(innerException) { }
    public InvalidEventCategoryException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
    public InvalidEventCategoryException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class InvalidLookupAttributesException : AmazonCloudTrailException
{
    public InvalidLookupAttributesException() { }
    public InvalidLookupAttributesException(string message) : base(message) { }
    public InvalidLookupAttributesException(string message, Exception innerException) : base(message, innerException) { }
    public InvalidLookupAttributesException(Exception innerException) : base(innerException) { }
    public InvalidLookupAttributesException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
    public InvalidLookupAttributesException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class InvalidMaxResultsException : AmazonCloudTrailException
{
    public InvalidMaxResultsException() { }
    public InvalidMaxResultsException(string message) : base(message) { }
    public InvalidMaxResultsException(string message, Exception innerException) : base(message, innerException) { }
    public InvalidMaxResultsException(Exception innerException) : base(innerException) { }
    public InvalidMaxResultsException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
    public InvalidMaxResultsException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class InvalidNextTokenException : AmazonCloudTrailException
{
    public InvalidNextTokenException() { }
    public InvalidNextTokenException(string message) : base(message) { }
    public InvalidNextTokenException(string message, Exception innerException) : base(message, innerException) { }
    public InvalidNextTokenException(Exception innerException) : base(innerException) { }
    public InvalidNextTokenException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
    public InvalidNextTokenException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class InvalidTimeRangeException : AmazonCloudTrailException
{
    public InvalidTimeRangeException() { }
    public InvalidTimeRangeException(string message) : base(message) { }
    public InvalidTimeRangeException(string message, Exception innerException) : base(message, innerException) { }
    public InvalidTimeRangeException(Exception innerException) : base(innerException) { }
    public InvalidTimeRangeException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
    public InvalidTimeRangeException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class OperationNotPermittedException : AmazonCloudTrailException
{
    public OperationNotPermittedException() { }
    public OperationNotPermittedException(string message) : base(message) { }
    public OperationNotPermittedException(string message, Exception innerException) : base(message, innerException) { }
    public OperationNotPermittedException(Exception innerException) : base(innerException) { }
    public OperationNotPermittedException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
    public OperationNotPermittedException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class UnsupportedOperationException : AmazonCloudTrailException
{
    public UnsupportedOperationException() { }
    public UnsupportedOperationException(string message) : base(message) { }
    public UnsupportedOperationException(string message, Exception innerException) : base(message, innerException) { }
    public UnsupportedOperationException(Exception innerException) : base(innerException) { }
    public UnsupportedOperationException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
    public UnsupportedOperationException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, errorType, errorCode, requestId, statusCode) { }
}
