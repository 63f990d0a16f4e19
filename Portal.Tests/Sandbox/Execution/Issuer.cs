using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Portal.Tests.Sandbox.Execution;

/// <summary>Issues tokens, with its public key in a file as a JSON Web Key Set.</summary>
internal sealed class Issuer : IDisposable
{
    private readonly RSA _rsa = RSA.Create(2048);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("issuer-");

    public Issuer(string name)
    {
        Name = name;
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_rsa.ExportParameters(false)) { KeyId = "k1" });
        File.WriteAllText(KeysFile, JsonSerializer.Serialize(new { keys = new[] { new { kty = key.Kty, kid = key.Kid, n = key.N, e = key.E, alg = "RS256", use = "sig" } } }));
    }

    public string Name { get; }

    public IReadOnlyDictionary<string, string> Keys => new Dictionary<string, string> { [Name] = KeysFile };

    private string KeysFile => Path.Combine(_folder.FullName, "jwks.json");

    public string Token(DateTimeOffset now, int minutes = 5, params (string Name, object Value)[] claims) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Name,
        NotBefore = now.UtcDateTime.AddMinutes(-60),
        IssuedAt = now.UtcDateTime.AddMinutes(-60),
        Expires = now.UtcDateTime.AddMinutes(minutes),
        Claims = claims.ToDictionary(claim => claim.Name, claim => claim.Value),
        SigningCredentials = new(new RsaSecurityKey(_rsa) { KeyId = "k1" }, SecurityAlgorithms.RsaSha256),
    });

    public void Dispose()
    {
        _rsa.Dispose();
        _folder.Delete(recursive: true);
    }
}
