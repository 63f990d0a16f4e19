using System.Security.Cryptography;

namespace Portal.Sandbox.ApiGatewayV2;

/// <summary>Ids of what is inside an API of version 2: seven lower-case letters and digits.</summary>
internal static class IdsV2
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";

    public static string Inner() => RandomNumberGenerator.GetString(Letters, 7);
}
