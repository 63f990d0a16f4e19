// Written by aws/write.py.
using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

public class DataAlreadyAcceptedException : AmazonCloudWatchLogsException
{
    public DataAlreadyAcceptedException() { }
    public DataAlreadyAcceptedException(string message) : base(message) { }
    public DataAlreadyAcceptedException(string message, Exception innerException) : base(message, innerException) { }
    public DataAlreadyAcceptedException(Exception innerException) : base(innerException) { }
    public DataAlreadyAcceptedException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
    public DataAlreadyAcceptedException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class InvalidParameterException : AmazonCloudWatchLogsException
{
    public InvalidParameterException() { }
    public InvalidParameterException(string message) : base(message) { }
    public InvalidParameterException(string message, Exception innerException) : base(message, innerException) { }
    public InvalidParameterException(Exception innerException) : base(innerException) { }
    public InvalidParameterException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
    public InvalidParameterException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class InvalidSequenceTokenException : AmazonCloudWatchLogsException
{
    public InvalidSequenceTokenException() { }
    public InvalidSequenceTokenException(string message) : base(message) { }
    public InvalidSequenceTokenException(string message, Exception innerException) : base(message, innerException) { }
    public InvalidSequenceTokenException(Exception innerException) : base(innerException) { }
    public InvalidSequenceTokenException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
    public InvalidSequenceTokenException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class LimitExceededException : AmazonCloudWatchLogsException
{
    public LimitExceededException() { }
    public LimitExceededException(string message) : base(message) { }
    public LimitExceededException(string message, Exception innerException) : base(message, innerException) { }
    public LimitExceededException(Exception innerException) : base(innerException) { }
    public LimitExceededException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
    public LimitExceededException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class OperationAbortedException : AmazonCloudWatchLogsException
{
    public OperationAbortedException() { }
    public OperationAbortedException(string message) : base(message) { }
    public OperationAbortedException(string message, Exception innerException) : base(message, innerException) { }
    public OperationAbortedException(Exception innerException) : base(innerException) { }
    public OperationAbortedException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
    public OperationAbortedException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class ResourceAlreadyExistsException : AmazonCloudWatchLogsException
{
    public ResourceAlreadyExistsException() { }
    public ResourceAlreadyExistsException(string message) : base(message) { }
    public ResourceAlreadyExistsException(string message, Exception innerException) : base(message, innerException) { }
    public ResourceAlreadyExistsException(Exception innerException) : base(innerException) { }
    public ResourceAlreadyExistsException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
    public ResourceAlreadyExistsException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class ResourceNotFoundException : AmazonCloudWatchLogsException
{
    public ResourceNotFoundException() { }
    public ResourceNotFoundException(string message) : base(message) { }
    public ResourceNotFoundException(string message, Exception innerException) : base(message, innerException) { }
    public ResourceNotFoundException(Exception innerException) : base(innerException) { }
    public ResourceNotFoundException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
    public ResourceNotFoundException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class ServiceUnavailableException : AmazonCloudWatchLogsException
{
    public ServiceUnavailableException() { }
    public ServiceUnavailableException(string message) : base(message) { }
    public ServiceUnavailableException(string message, Exception innerException) : base(message, innerException) { }
    public ServiceUnavailableException(Exception innerException) : base(innerException) { }
    public ServiceUnavailableException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
    public ServiceUnavailableException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class UnrecognizedClientException : AmazonCloudWatchLogsException
{
    public UnrecognizedClientException() { }
    public UnrecognizedClientException(string message) : base(message) { }
    public UnrecognizedClientException(string message, Exception innerException) : base(message, innerException) { }
    public UnrecognizedClientException(Exception innerException) : base(innerException) { }
    public UnrecognizedClientException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
    public UnrecognizedClientException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, errorType, errorCode, requestId, statusCode) { }
}
