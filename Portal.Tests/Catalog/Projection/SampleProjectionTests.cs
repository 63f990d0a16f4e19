using Portal.Server.Gateway;
using Portal.Shared.Catalog;
using Portal.Tests.Catalog.Documents;

namespace Portal.Tests.Catalog.Projection;

/// <summary>Real documents, where they lie beside the clone, and our own.</summary>
public sealed class SampleProjectionTests
{
    private const string Box = "box-3.0.json";

    public static TheoryData<string> Names => [.. Samples.Names.Where(name => name.Data is not (Box or "own-new.json")).Select(name => name.Data)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sample_reaches_the_gateway(string name)
    {
        var text = Projected.Changed(Samples.Text(name), Projected.DefaultToMock, Projected.Schemes("open"));

        var spec = Projected.Spec(text);

        Assert.NotEmpty(spec.Methods);
        Assert.All(spec.Methods.Values, method => Assert.Equal("MOCK", method.Integration!.Type));
    }

    [Fact]
    public void A_document_without_routes_has_nothing_to_deploy()
    {
        var projection = Projected.Of(Samples.Text("own-new.json"));

        Assert.Null(projection.Spec);
        Assert.Contains(projection.Findings, finding => finding.Rule is "no-operations");
    }

    [Fact]
    public void Nothing_of_the_large_document_is_opened_silently()
    {
        var projection = Projected.Of(Projected.Changed(LargeText(), Projected.DefaultToMock));

        var finding = Assert.Single(projection.Findings, finding => finding.Rule is "security-unknown");
        Assert.Equal(FindingLevel.Error, finding.Level);
        Assert.Equal("/components/securitySchemes/OAuth2Security", finding.Pointer);
        Assert.False(projection.MayBeDeployed);
        Assert.All(projection.Spec!.RouteKeys, route => Assert.DoesNotContain(route, finding.Operations));
    }

    [Fact]
    public void Twenty_operations_of_the_large_document_cannot_be_and_the_others_can()
    {
        var text = Projected.Changed(LargeText(), Projected.DefaultToMock, Projected.Schemes("api-key"));
        var projection = Projected.Of(text);
        var errors = projection.Findings.Where(finding => finding.Level is FindingLevel.Error).ToDictionary(finding => finding.Rule);

        Assert.Equal(["path-characters", "path-partial-parameter"], errors.Keys.Order());
        Assert.Equal(19, errors["path-characters"].Operations.Count);
        Assert.Equal(["GET /files/{file_id}/thumbnail.{extension}"], errors["path-partial-parameter"].Operations);

        var spec = Projected.Spec(Projected.Changed(text, Projected.WithoutOperations(errors.Values.SelectMany(finding => finding.Operations))));

        Assert.Equal(276, spec.Methods.Count);
        Assert.Equal(spec.Text, Projected.Spec(OpenApiBody.Of(spec)).Text);
        Assert.Contains("AiItemBase", spec.Models.Keys);
        Assert.All(spec.Models.Keys, name => Assert.True(name.All(char.IsAsciiLetterOrDigit), name));

        // These say of themselves that they take anyone.
        Assert.Equal(["GET /authorize", "GET /zip_downloads/{zip_download_id}/content", "POST /oauth2/revoke", "POST /oauth2/token"], spec.Methods.Where(method => !method.Value.ApiKeyRequired).Select(method => method.Key));
    }

    private static string LargeText()
    {
        Assert.SkipUnless(Samples.Names.Any(name => name.Data is Box), "The large document does not lie beside the clone.");

        return Samples.Text(Box);
    }
}
