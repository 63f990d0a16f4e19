using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Serialization;
using Portal.Sandbox.State;

namespace Portal.Sandbox.ApiGateway.ClientCertificates;

/// <summary>What API Gateway shows backends, so that they know who calls; as GetClientCertificate shows it.</summary>
internal sealed record ClientCertificate
{
    public required string ClientCertificateId { get; init; }

    public string? Description { get; init; }

    /// <summary>The public part.</summary>
    public required string PemEncodedCertificate { get; init; }

    public required DateTimeOffset CreatedDate { get; init; }

    public required DateTimeOffset ExpirationDate { get; init; }

    public Map<string>? Tags { get; init; }
}

/// <summary>A certificate with its private key, which no answer and no log shows.</summary>
internal sealed record ClientCertificateEntry
{
    private const string Subject = "CN=ApiGateway, OU=ApiGateway, O=Sandbox";
    private static readonly TimeSpan Life = TimeSpan.FromDays(365);

    public required ClientCertificate Certificate { get; init; }

    public required string PrivateKeyPem { get; init; }

    [JsonIgnore]
    public string Id => Certificate.ClientCertificateId;

    /// <summary>Makes a key and signs a certificate for it with it, for a year.</summary>
    public static ClientCertificateEntry Generate(string? description, Map<string>? tags, DateTimeOffset now)
    {
        using var key = RSA.Create(2048);
        CertificateRequest request = new(Subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.2", "Client authentication")], false));
        var start = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        using var certificate = request.CreateSelfSigned(start, start + Life);
        return new()
        {
            Certificate = new()
            {
                ClientCertificateId = Ids.Short(),
                Description = description,
                PemEncodedCertificate = certificate.ExportCertificatePem(),
                CreatedDate = start,
                ExpirationDate = start + Life,
                Tags = tags,
            },
            PrivateKeyPem = key.ExportPkcs8PrivateKeyPem(),
        };
    }
}
