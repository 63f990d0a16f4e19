using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Portal.Sandbox.Access;
using Portal.Sandbox.Execution.Policies;

namespace Portal.Sandbox.Execution.Authorizers;

/// <summary>
/// AWS_IAM: a call must be signed with version 4, in its header or in its query. Where signatures are checked at all, it must be right, by a caller whose secret is known or by
/// a session; else any well-formed one does. Whoever signs may call, unless a rule, the policy of the session or the API's own denies it.
/// </summary>
internal sealed class Signatures(Doorkeeper door, TimeProvider time)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    public async ValueTask<GatewayFault?> RefusalAsync(Exchange exchange)
    {
        var (fault, caller) = await CheckAsync(exchange.Http, () => exchange.BodyAsync(exchange.Http.RequestAborted), PolicyRequest.Invoke, () => ResourcePolicy.MethodArn(exchange));
        exchange.Caller = caller;
        return fault;
    }

    /// <summary>Who signed, and why that is not good enough; the body is read only where the signature covers it.</summary>
    public async ValueTask<(GatewayFault? Fault, Caller? Caller)> CheckAsync(HttpContext context, Func<ValueTask<byte[]>> body, string action, Func<string> arn)
    {
        var strict = door.Callers.AreVerified;
        if (Signature.Of(context.Request) is not { } signature)
        {
            return (GatewayFault.NoSuchRoute, null);
        }

        if (!signature.IsWellFormed || (strict && !signature.IsDated))
        {
            return (new("INVALID_SIGNATURE", "Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' parameters and a date.", "IncompleteSignatureException"), null);
        }

        if (door.Callers.Claimed(signature.AccessKey, context.Request) is not var (signer, secret, hasExpired) || (strict && secret is null))
        {
            return (new("INVALID_SIGNATURE", "The security token included in the request is invalid.", "UnrecognizedClientException"), null);
        }

        if (hasExpired)
        {
            return (new("EXPIRED_TOKEN", "The security token included in the request is expired", "ExpiredTokenException"), null);
        }

        if (strict && await WrongAsync(context, body, signature, secret!) is { } wrong)
        {
            return (wrong, null);
        }

        Caller caller = new() { Signer = signer, PrincipalId = signer.AccessKeyId };
        return (Refusal(signer, action, arn), caller);
    }

    private GatewayFault? Refusal(Access.Caller signer, string action, Func<string> arn)
    {
        if (!door.Permissions.MayBeRefused(signer))
        {
            return null;
        }

        var resource = arn();
        return door.Permissions.Refusal(signer, action, resource, resource.Split(':')[3]) is { } refused ? ResourcePolicy.Denied(signer.Arn, action, resource, refused.IsExplicit) : null;
    }

    private async ValueTask<GatewayFault?> WrongAsync(HttpContext context, Func<ValueTask<byte[]>> body, Signature signature, string secret) => Late(signature) ?? (await IsRightAsync(context, body, signature, secret)
        ? null
        : new("INVALID_SIGNATURE", "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.", "InvalidSignatureException"));

    private GatewayFault? Late(Signature signature)
    {
        var now = time.GetUtcNow();
        var signed = DateTimeOffset.ParseExact(signature.Date, Signature.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
        var (earliest, latest) = (now - Skew, now + Skew);
        if (signature.Expires is { } seconds ? signed.AddSeconds(seconds) < now : signed < earliest)
        {
            return new("EXPIRED_TOKEN", $"Signature expired: {signature.Date} is now earlier than {Text(earliest)} ({Text(now)} - 5 min.)", "InvalidSignatureException");
        }

        return signed > latest
            ? new("INVALID_SIGNATURE", $"Signature not yet current: {signature.Date} is still later than {Text(latest)} ({Text(now)} + 5 min.)", "InvalidSignatureException")
            : null;
    }

    private static async ValueTask<bool> IsRightAsync(HttpContext context, Func<ValueTask<byte[]>> content, Signature signature, string secret)
    {
        var request = context.Request;
        var claimed = request.Headers["x-amz-content-sha256"].ToString();
        var body = claimed is "UNSIGNED-PAYLOAD" ? claimed : Hex(SHA256.HashData(await content()));
        // A hash that is claimed must be the body's.
        if (claimed is not "" && claimed != body)
        {
            return false;
        }

        var text = $"AWS4-HMAC-SHA256\n{signature.Date}\n{signature.Scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(signature.CanonicalRequest(context, body))))}";
        var key = signature.Scope.Split('/').Aggregate(Encoding.UTF8.GetBytes($"AWS4{secret}"), (key, part) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part)));
        var wanted = Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(wanted), Encoding.ASCII.GetBytes(signature.Value));
    }

    private static string Text(DateTimeOffset at) => at.ToString(Signature.DateFormat, CultureInfo.InvariantCulture);

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
