using Portal.Server.Catalog;
using Portal.Server.Gateway;
using Portal.Tests.Aws;
using Portal.Tests.Catalog.Projection;

namespace Portal.Tests.Sync;

/// <summary>A document goes to API Gateway and comes back: what is read is what was said, and the document that is made of it says the same once more. To add one, add a file.</summary>
public sealed class RoundTripTests(RoundTripTests.Bench bench) : IClassFixture<RoundTripTests.Bench>
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Sync", "RoundTrip");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> Documents => [.. Directory.GetFiles(Folder).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Fact]
    public void There_are_at_least_twenty() => Assert.True(Documents.Count >= 20, $"There are {Documents.Count}.");

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task What_is_put_is_read_back(string name)
    {
        var spec = Spec(name);

        await bench.Aws.Gateway.CreateAsync(spec, Cancelled);
        var live = await bench.Aws.Open().ReadAsync(GatewayScope.OfApi(Guid.Empty, spec.Id), Cancelled);

        Assert.Equal(spec.Text, Assert.Single(live.Specs).Text);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void What_is_read_becomes_a_document_that_says_the_same(string name)
    {
        var spec = Spec(name);

        var document = FoundDocument.Of(spec, documentation: null);

        Assert.Equal(spec.Text, ((RestApiSpec)Projected.Of(document).Spec! with { Name = spec.Name, Id = spec.Id }).Text);
    }

    internal static string TextOf(string name) => File.ReadAllText(Path.Combine(Folder, $"{name}.yaml"));

    private static RestApiSpec Spec(string name) => Projected.Spec(TextOf(name)) with { Id = name, Name = name };

    public sealed class Bench : IAsyncLifetime
    {
        internal AwsBench Aws { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Aws = await AwsBench.StartAsync();

        public ValueTask DisposeAsync() => Aws.DisposeAsync();
    }
}
