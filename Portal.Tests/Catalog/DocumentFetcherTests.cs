using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Portal.Server.Catalog;
using Portal.Server.Catalog.Documents;

namespace Portal.Tests.Catalog;

public sealed class DocumentFetcherTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private readonly TaskCompletionSource _asked = new();
    private WebApplication _host = null!;
    private Uri _address = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _host = builder.Build();
        _host.MapGet("/document", (HttpRequest request) => $"openapi: {string.Join(',', request.Headers.Keys.Where(name => name is "Authorization" or "Cookie"))}");
        _host.MapGet("/missing", () => Results.NotFound());
        _host.MapGet("/to/{count:int}", (int count) => Results.Redirect(count is 0 ? "/document" : $"/to/{count - 1}"));
        _host.MapGet("/to-name", () => Results.Redirect($"http://localhost:{_address.Port}/document"));
        _host.MapGet("/to-file", () => Results.Redirect("file:///etc/passwd"));
        _host.MapGet("/large", () => Results.Bytes(new byte[SourceDocument.MaxBytes + 1]));
        _host.MapGet("/endless", async (HttpResponse response, CancellationToken cancellationToken) =>
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                await response.Body.WriteAsync(new byte[64 * 1024], cancellationToken);
            }
        });
        _host.MapGet("/silent", async (CancellationToken cancellationToken) =>
        {
            _asked.SetResult();
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
        });
        await _host.StartAsync(Cancellation);
        _address = new Uri(_host.Urls.Single());
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task An_allowed_host_is_fetched_from_without_credentials()
    {
        var fetched = Assert.IsType<FetchOutcome.Fetched>(await FetchAsync("/document", "127.0.0.1"));

        Assert.Equal("openapi: ", System.Text.Encoding.UTF8.GetString(fetched.Bytes));
    }

    [Fact]
    public async Task A_host_may_be_allowed_at_one_port_only()
    {
        Assert.IsType<FetchOutcome.Fetched>(await FetchAsync("/document", $"127.0.0.1:{_address.Port}"));
        Assert.Contains("private network", Refused(await FetchAsync("/document", "127.0.0.1:1")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/")]
    [InlineData("http://localhost:9/")]
    [InlineData("http://2130706433:9/")]
    [InlineData("http://0x7f.1:9/")]
    [InlineData("http://0.0.0.0:9/")]
    [InlineData("http://[::1]:9/")]
    [InlineData("http://[::]:9/")]
    [InlineData("http://[::ffff:127.0.0.1]:9/")]
    [InlineData("http://[::ffff:a9fe:a9fe]:9/")]
    [InlineData("http://[64:ff9b::169.254.169.254]:9/")]
    [InlineData("http://[fe80::1]:9/")]
    [InlineData("http://[fd00:ec2::254]:9/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://10.0.0.1:9/")]
    [InlineData("https://192.168.1.1/")]
    public async Task A_private_address_is_not_connected_to(string url)
    {
        using var fetcher = Fetcher();

        Assert.Contains("private network", Refused(await fetcher.FetchAsync(new Uri(url), Cancellation)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://example.com/a", "not by ftp")]
    [InlineData("file:///etc/passwd", "not by file")]
    [InlineData("https://me:secret@example.com/a", "name or password")]
    [InlineData("relative/path", "no URL")]
    public async Task Only_plain_web_addresses_are_fetched(string url, string words)
    {
        using var fetcher = Fetcher();

        Assert.Contains(words, Refused(await fetcher.FetchAsync(new Uri(url, UriKind.RelativeOrAbsolute), Cancellation)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirects_are_followed_five_times()
    {
        Assert.EndsWith("/document", Assert.IsType<FetchOutcome.Fetched>(await FetchAsync("/to/4", "127.0.0.1")).Address.AbsoluteUri, StringComparison.Ordinal);
        Assert.Contains("more than 5 times", Refused(await FetchAsync("/to/5", "127.0.0.1")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_leads_nowhere_that_the_first_URL_could_not()
    {
        Assert.Contains("private network", Refused(await FetchAsync("/to-name", "127.0.0.1")), StringComparison.Ordinal);
        Assert.Contains("not by file", Refused(await FetchAsync("/to-file", "127.0.0.1")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/large")]
    [InlineData("/endless")]
    public async Task What_is_too_large_is_not_read_to_its_end(string path)
    {
        Assert.Contains("6 MB", Refused(await FetchAsync(path, "127.0.0.1")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_no_success_is_told()
    {
        Assert.Contains("answered with 404 Not Found", Refused(await FetchAsync("/missing", "127.0.0.1")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silent_host_is_not_waited_for()
    {
        var fetching = FetchAsync("/silent", "127.0.0.1");
        await _asked.Task;
        _time.Advance(DocumentFetcher.Patience);

        Assert.Contains("within 30 seconds", Refused(await fetching), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.16.0.0", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("100.128.0.1", true)]
    [InlineData("192.0.0.8", false)]
    [InlineData("198.19.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2001::1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("::127.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::8.8.8.8", true)]
    [InlineData("64:ff9b::10.0.0.1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("fe80::1%1", false)]
    [InlineData("100::1", false)]
    public void An_address_is_public_or_not(string address, bool isPublic)
    {
        Assert.Equal(isPublic, PublicAddresses.Contains(IPAddress.Parse(address)));
    }

    [Theory]
    [InlineData("git.example.com", true)]
    [InlineData("git.example.com:8443", true)]
    [InlineData("::1", true)]
    [InlineData("https://git.example.com", false)]
    [InlineData("git.example.com/apis", false)]
    public void Allowed_hosts_are_read_from_the_settings(string host, bool isFine)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Catalog:AllowedHosts:0", host)]).Build());
        services.AddDocumentFetching();
        var options = services.BuildServiceProvider().GetRequiredService<IOptions<CatalogOptions>>();

        if (isFine)
        {
            Assert.Equal([host], options.Value.AllowedHosts);
        }
        else
        {
            Assert.Throws<OptionsValidationException>(() => options.Value);
        }
    }

    private async Task<FetchOutcome> FetchAsync(string path, params string[] allowed)
    {
        using var fetcher = Fetcher(allowed);

        return await fetcher.FetchAsync(new Uri(_address, path), Cancellation);
    }

    private DocumentFetcher Fetcher(params string[] allowed) => new(Options.Create(new CatalogOptions { AllowedHosts = allowed }), _time);

    private static string Refused(FetchOutcome outcome) => Assert.IsType<FetchOutcome.Refused>(outcome).Sentence;
}
