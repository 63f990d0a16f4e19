using Portal.Tests.Catalog.Documents;
using Portal.Tests.Catalog.Projection;

namespace Portal.Tests.Aws;

/// <summary>From a document to AWS and back: what the projection says API Gateway will keep is what it keeps. Real documents are among them where they lie beside the clone.</summary>
public sealed class DocumentReadBackTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. Samples.Names.Where(name => name.Data is not "own-new.json").Select(name => name.Data)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_document_reads_back_as_it_was_projected(string name)
    {
        await using var bench = await AwsBench.StartAsync();
        var spec = Projected.Of(Projected.Changed(Samples.Text(name), Projected.DefaultToMock, Projected.Schemes("api-key"))).Spec!;

        await bench.Gateway.CreateAsync(spec, Cancelled);
        var live = Assert.Single((await bench.ReadAsync(spec.Address.Id)).Specs);

        Assert.Equal(spec.Text, live.Text);
        Assert.Equal(2, bench.Calls.Writes.Count);
    }
}
