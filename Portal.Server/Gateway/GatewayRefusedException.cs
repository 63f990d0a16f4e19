namespace Portal.Server.Gateway;

/// <summary>AWS said no, or nothing at all, in AWS's own words.</summary>
internal sealed class GatewayRefusedException(string operation, string code, string message, GatewayRefusal refusal, TimeSpan? retryAfter = null, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>The operation that was refused, as AWS names it: PutRestApi.</summary>
    public string Operation => operation;

    /// <summary>AWS's error code: BadRequestException, TooManyRequestsException, ...</summary>
    public string Code => code;

    /// <summary>All that is known of it, as a sentence that another may follow: AWS ends some of its own without a stop.</summary>
    public string Words => $"{operation}: {code}: {Message.TrimEnd()}{(Message.TrimEnd() is [.., '.' or '!' or '?'] ? "" : ".")}";

    public GatewayRefusal Refusal => refusal;

    public TimeSpan? RetryAfter => retryAfter;

    /// <summary>Whether nobody got in, or nobody answered: whatever is asked of the same connection next has the same answer.</summary>
    public bool IsOfTheEntrance => code is "Unreachable" or "NoAnswer" or "NoCredentials" or "SandboxNotRunning"
        or "ExpiredToken" or "ExpiredTokenException" or "UnrecognizedClientException" or "InvalidClientTokenId" or "InvalidSignatureException" or "SignatureDoesNotMatch"
        or "IncompleteSignature" or "MissingAuthenticationToken" or "MissingAuthenticationTokenException" or "OptInRequired"
        // API Gateway says AccessDeniedException; who is refused a role hears it of STS.
        or "AccessDenied";
}

/// <summary>What a refusal means for another try.</summary>
internal enum GatewayRefusal
{
    /// <summary>The same call would be refused again: a person must change something.</summary>
    Final,

    /// <summary>Too many requests, a conflict with another writer, or a fault of AWS: worth another try.</summary>
    Passing,

    /// <summary>No answer came: the call may have worked. Look before trying again.</summary>
    Unknown,

    /// <summary>A quota of the account is used up: no retry mends it.</summary>
    Quota,

    /// <summary>The credentials may not do this, or there are none.</summary>
    Denied,
}
