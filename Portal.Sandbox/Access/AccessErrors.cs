using System.Globalization;
using Portal.Sandbox.Wire;
using Portal.Sandbox.Wire.Protocols;

namespace Portal.Sandbox.Access;

/// <summary>How AWS turns a caller away, whatever the service, in the words that its documentation and its clients' users know; they are not recorded. The JSON protocols say 400 where the others say 403.</summary>
internal sealed class AccessErrors(Protocol protocol)
{
    private int Status => protocol is AwsJson or RpcCbor ? 400 : 403;

    public AwsError UnknownKey => new(Status, "UnrecognizedClientException", "The security token included in the request is invalid.") { QueryCode = "InvalidClientTokenId" };

    public AwsError Expired => new(Status, "ExpiredTokenException", "The security token included in the request is expired") { QueryCode = "ExpiredToken" };

    public AwsError WrongSignature => Signature("The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.");

    public AwsError Incomplete => new(Status, "IncompleteSignatureException", "Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.") { QueryCode = "IncompleteSignature" };

    public AwsError TooOld(DateTimeOffset signed, DateTimeOffset now) => Signature($"Signature expired: {Stamp(signed)} is now earlier than {Stamp(now.AddMinutes(-5))} ({Stamp(now)} - 5 min.)");

    public AwsError TooNew(DateTimeOffset signed, DateTimeOffset now) => Signature($"Signature not yet current: {Stamp(signed)} is still later than {Stamp(now.AddMinutes(5))} ({Stamp(now)} + 5 min.)");

    public AwsError Denied(Caller caller, string action, string resource, string why) =>
        new(Status, "AccessDeniedException", $"User: {caller.Arn} is not authorized to perform: {action} on resource: {resource} {why}", protocol is RestJson ? "Message" : "message") { QueryCode = "AccessDenied" };

    private AwsError Signature(string message) => new(Status, "InvalidSignatureException", message) { QueryCode = "SignatureDoesNotMatch" };

    private static string Stamp(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
