// Written by aws/write.py.
using System.Net;
using Amazon.Runtime;

namespace Amazon.WAFV2.Model;

public class WAFFeatureNotIncludedInPricingPlanException : AmazonWAFV2Exception
{
    public WAFFeatureNotIncludedInPricingPlanException() { }
    public WAFFeatureNotIncludedInPricingPlanException(string message) : base(message) { }
    public WAFFeatureNotIncludedInPricingPlanException(string message, Exception innerException) : base(message, innerException) { }
    public WAFFeatureNotIncludedInPricingPlanException(Exception innerException) : base(innerException) { }
    public WAFFeatureNotIncludedInPricingPlanException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
    public WAFFeatureNotIncludedInPricingPlanException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class WAFInternalErrorException : AmazonWAFV2Exception
{
    public WAFInternalErrorException() { }
    public WAFInternalErrorException(string message) : base(message) { }
    public WAFInternalErrorException(string message, Exception innerException) : base(message, innerException) { }
    public WAFInternalErrorException(Exception innerException) : base(innerException) { }
    public WAFInternalErrorException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
    public WAFInternalErrorException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class WAFInvalidOperationException : AmazonWAFV2Exception
{
    public WAFInvalidOperationException() { }
    public WAFInvalidOperationException(string message) : base(message) { }
    public WAFInvalidOperationException(string message, Exception innerException) : base(message, innerException) { }
    public WAFInvalidOperationException(Exception innerException) : base(innerException) { }
    public WAFInvalidOperationException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
    public WAFInvalidOperationException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class WAFInvalidParameterException : AmazonWAFV2Exception
{
    public WAFInvalidParameterException() { }
    public WAFInvalidParameterException(string message) : base(message) { }
    public WAFInvalidParameterException(string message, Exception innerException) : base(message, innerException) { }
    public WAFInvalidParameterException(Exception innerException) : base(innerException) { }
    public WAFInvalidParameterException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
    public WAFInvalidParameterException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class WAFLimitsExceededException : AmazonWAFV2Exception
{
    public WAFLimitsExceededException() { }
    public WAFLimitsExceededException(string message) : base(message) { }
    public WAFLimitsExceededException(string message, Exception innerException) : base(message, innerException) { }
    public WAFLimitsExceededException(Exception innerException) : base(innerException) { }
    public WAFLimitsExceededException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
    public WAFLimitsExceededException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class WAFNonexistentItemException : AmazonWAFV2Exception
{
    public WAFNonexistentItemException() { }
    public WAFNonexistentItemException(string message) : base(message) { }
    public WAFNonexistentItemException(string message, Exception innerException) : base(message, innerException) { }
    public WAFNonexistentItemException(Exception innerException) : base(innerException) { }
    public WAFNonexistentItemException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
    public WAFNonexistentItemException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class WAFUnavailableEntityException : AmazonWAFV2Exception
{
    public WAFUnavailableEntityException() { }
    public WAFUnavailableEntityException(string message) : base(message) { }
    public WAFUnavailableEntityException(string message, Exception innerException) : base(message, innerException) { }
    public WAFUnavailableEntityException(Exception innerException) : base(innerException) { }
    public WAFUnavailableEntityException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
    public WAFUnavailableEntityException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, errorType, errorCode, requestId, statusCode) { }
}
