using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Portal.Tests.Sandbox.Execution;

public sealed class ClientCertificateTests
{
    [Fact]
    public async Task A_backend_is_shown_the_certificate_of_the_stage()
    {
        await using var backend = await StartAsync();
        await using var bench = await Bench.StartAsync();
        var certificate = await bench.DoneAsync(HttpMethod.Post, "/clientcertificates", new { });
        var id = await bench.DeployedAsync(Given.Document($$"""{"/a": {"get": {{Given.Proxy(backend.Urls.First(), more: """ "tlsConfig": {"insecureSkipVerification": true} """)}} } }"""));
        Assert.Equal("nobody", (await bench.InvokeAsync(id, "/a")).Body);

        await bench.DoneAsync(HttpMethod.Patch, $"/restapis/{id}/stages/dev", new { patchOperations = new[] { new { op = "replace", path = "/clientCertificateId", value = $"{certificate["clientCertificateId"]}" } } });

        var (status, body, _) = await bench.InvokeAsync(id, "/a");
        Assert.Equal((HttpStatusCode.OK, X509Certificate2.CreateFromPem($"{certificate["pemEncodedCertificate"]}").Thumbprint), (status, body));
    }

    /// <summary>A backend that tells whose certificate it was shown.</summary>
    private static async Task<WebApplication> StartAsync()
    {
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var own = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(https =>
        {
            https.ServerCertificate = own;
            https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
            https.AllowAnyClientCertificate();
        })));
        var app = builder.Build();
        app.Run(context => context.Response.WriteAsync(context.Connection.ClientCertificate?.Thumbprint ?? "nobody"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
