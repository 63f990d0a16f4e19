namespace Portal.Sandbox.Wire;

/// <summary>
/// Who calls which service where: the credential scope of a SigV4 signature, <c>AKID/20260101/eu-central-1/apigateway/aws4_request</c>.
/// The account is the usual one until it is known whose the access key is.
/// </summary>
internal sealed record CallScope(string AccessKeyId, string Account, string Region, string Service)
{
    public const string DefaultAccount = "123456789012";

    public static CallScope? Of(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith("AWS4-", StringComparison.Ordinal) && header.IndexOf("Credential=", StringComparison.Ordinal) is >= 0 and var at)
        {
            var credential = header[(at + "Credential=".Length)..];
            return OfCredential(credential.Split(',', 2)[0].Trim());
        }

        return request.Query.TryGetValue("X-Amz-Credential", out var presigned) ? OfCredential(presigned.ToString()) : null;
    }

    private static CallScope? OfCredential(string credential) =>
        credential.Split('/') is [.. { Length: > 0 } key, _, { Length: > 0 } region, { Length: > 0 } service, "aws4_request"]
            && IsName(region) && IsName(service)
            ? new(string.Join('/', key), DefaultAccount, region, service)
            : null;

    // The Region names a folder of the state.
    private static bool IsName(string text) => text.Length <= 32 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-');
}
