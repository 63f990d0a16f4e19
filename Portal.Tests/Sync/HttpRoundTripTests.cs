using Portal.Server.Catalog;
using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.HttpApis;
using Portal.Server.Gateway;
using Portal.Tests.Aws;
using Portal.Tests.Catalog.Documents;

namespace Portal.Tests.Sync;

/// <summary>The same for HTTP APIs: a document goes to API Gateway and comes back as it was said. To add one, add a file.</summary>
public sealed class HttpRoundTripTests(HttpRoundTripTests.Bench bench) : IClassFixture<HttpRoundTripTests.Bench>
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Sync", "HttpRoundTrip");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> Documents => [.. Directory.GetFiles(Folder).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Fact]
    public void There_are_at_least_eight() => Assert.True(Documents.Count >= 8, $"There are {Documents.Count}.");

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task What_is_put_is_read_back(string name)
    {
        var spec = Spec(name);

        await bench.Aws.Gateway.CreateAsync(spec, Cancelled);
        var live = await bench.Aws.Open().ReadAsync(GatewayScope.OfApi(Guid.Empty, spec.Address), Cancelled);

        Assert.Equal(spec.Text, Assert.Single(live.Specs).Text);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void What_is_read_becomes_a_document_that_says_the_same(string name)
    {
        var spec = Spec(name);

        Assert.Equal(spec.Text, Project(name, FoundDocument.Of(spec, documentation: null)).Spec!.Text);
    }

    private static HttpApiSpec Spec(string name)
    {
        var projection = Project(name, File.ReadAllText(Path.Combine(Folder, $"{name}.yaml")));
        Assert.True(projection.MayBeDeployed, string.Join('\n', projection.Findings));

        return (HttpApiSpec)projection.Spec!;
    }

    private static Projection Project(string name, string text) =>
        HttpApiDocument.Project(Samples.Read(text), new ProjectionSettings { ApiId = name, AwsName = name, EndpointType = "REGIONAL" });

    public sealed class Bench : IAsyncLifetime
    {
        internal AwsBench Aws { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Aws = await AwsBench.StartAsync();

        public ValueTask DisposeAsync() => Aws.DisposeAsync();
    }
}
