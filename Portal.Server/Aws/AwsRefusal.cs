using System.Globalization;
using System.Net;
using Amazon.APIGateway.Model;
using Amazon.Runtime;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Tells what an exception of the SDK means for another try. AWS has two errors with status 429: one for the rate, one for a quota.</summary>
internal static class AwsRefusal
{
    /// <summary>Null where the exception is none of AWS's and none of the network's: a fault of ours.</summary>
    public static GatewayRefusedException? Of(string operation, Exception exception) => exception switch
    {
        AmazonServiceException { StatusCode: > 0 } answered => new GatewayRefusedException(operation, CodeOf(answered), WordsOf(answered), Meaning(answered), RetryAfter(answered)),
        AmazonClientException client when client.Message.Contains("credential", StringComparison.OrdinalIgnoreCase) =>
            new GatewayRefusedException(operation, "NoCredentials", OneLine(client.Message), GatewayRefusal.Denied),
        _ when Find<HttpRequestException>(exception) is { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError } unsent =>
            new GatewayRefusedException(operation, "Unreachable", $"AWS could not be reached: {unsent.Message}", GatewayRefusal.Passing, null, exception),
        _ when (Find<TimeoutException>(exception) ?? Find<IOException>(exception) ?? Find<HttpRequestException>(exception) ?? (Exception?)Find<OperationCanceledException>(exception)) is { } silent =>
            new GatewayRefusedException(operation, "NoAnswer", $"No answer came from AWS: {silent.Message}", GatewayRefusal.Unknown, null, exception),
        AmazonClientException client => new GatewayRefusedException(operation, "NotSent", OneLine(client.Message), GatewayRefusal.Final),
        _ => null,
    };

    /// <summary>Whether there were too many calls, and not too many things: AWS has one status for both, and asks to try again later only for the former.</summary>
    public static bool IsRate(AmazonServiceException answered, out TimeSpan? retryAfter)
    {
        retryAfter = RetryAfter(answered);

        return answered switch
        {
            LimitExceededException => retryAfter is not null,
            { StatusCode: HttpStatusCode.TooManyRequests } => true,
            { ErrorCode: "Throttling" or "ThrottlingException" or "RequestLimitExceeded" or "TooManyRequestsException" } => true,
            _ => false,
        };
    }

    private static GatewayRefusal Meaning(AmazonServiceException answered) => answered switch
    {
        // Done, but told in words that cannot be read.
        { StatusCode: < HttpStatusCode.BadRequest } => GatewayRefusal.Unknown,
        LimitExceededException { RetryAfterSeconds: null or "" } => GatewayRefusal.Quota,
        { StatusCode: HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError } => GatewayRefusal.Passing,

        // A name that is taken is a conflict too, and stays one.
        { StatusCode: HttpStatusCode.Conflict } when answered.Message.Contains("concurrent modification", StringComparison.OrdinalIgnoreCase) => GatewayRefusal.Passing,
        { StatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } => GatewayRefusal.Denied,
        { ErrorCode: "Throttling" or "ThrottlingException" or "RequestLimitExceeded" } => GatewayRefusal.Passing,

        // A web ACL that was just made is not everywhere yet.
        { ErrorCode: "WAFUnavailableEntityException" } => GatewayRefusal.Passing,
        { ErrorCode: "WAFLimitsExceededException" } => GatewayRefusal.Quota,
        { ErrorCode: "ExpiredToken" or "ExpiredTokenException" or "MissingAuthenticationToken" } => GatewayRefusal.Denied,
        _ => GatewayRefusal.Final,
    };

    private static string CodeOf(AmazonServiceException answered) =>
        string.IsNullOrEmpty(answered.ErrorCode) ? ((int)answered.StatusCode).ToString(CultureInfo.InvariantCulture) : answered.ErrorCode;

    /// <summary>A refused signature is answered with all that was signed, the session's token included: only the first line leaves this place, and not the exception itself.</summary>
    private static string WordsOf(AmazonServiceException answered) => answered is { ErrorCode.Length: > 0, Message: { Length: > 0 } message }
        ? message.Split('\n', 2)[0].Trim()
        : $"The answer had status {(int)answered.StatusCode} and no words of AWS's.";

    private static TimeSpan? RetryAfter(AmazonServiceException answered)
    {
        var header = answered switch
        {
            TooManyRequestsException rate => rate.RetryAfterSeconds,
            LimitExceededException limit => limit.RetryAfterSeconds,
            ServiceUnavailableException down => down.RetryAfterSeconds,
            _ => null,
        };

        return double.TryParse(header, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 86_400
            ? TimeSpan.FromSeconds(seconds)
            : null;
    }

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static T? Find<T>(Exception? exception)
        where T : Exception =>
        exception switch
        {
            null => null,
            T found => found,
            _ => Find<T>(exception.InnerException),
        };
}
