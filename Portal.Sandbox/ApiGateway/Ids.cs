using System.Security.Cryptography;

namespace Portal.Sandbox.ApiGateway;

/// <summary>Ids as AWS makes them: ten lower-case letters and digits for APIs and root resources, six for what is inside.</summary>
internal static class Ids
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";

    public static string Long() => RandomNumberGenerator.GetString(Letters, 10);

    public static string Short() => RandomNumberGenerator.GetString(Letters, 6);
}
