using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.Editing;

namespace Portal.Tests.Catalog.Documents.Editing;

public sealed class ValidatorEditsTests
{
    private static readonly DocumentEdit.AddValidator Full = new("full check", Body: true, Parameters: true);

    [Theory]
    [MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void A_validator_that_is_taken_back_leaves_no_trace(string name)
    {
        var document = Samples.Read(Samples.Text(name));
        var routes = RouteTable.Of(document).Routes.Where(route => document.Root["paths"]![route.Name.Path]![route.Name.Member] is not null).Select(route => route.Name).Take(3).ToList();

        var added = Edit.Of(document, Full);
        var used = Edit.Of(added, new DocumentEdit.SetValidator(routes, "full check"), new DocumentEdit.SetDefaultValidator("full check"));

        Assert.All(ModelTable.Of(used, 1).Routes, route => Assert.Equal("full check", route.Validator));
        Assert.Equal(document.Text, Edit.Of(used, new DocumentEdit.SetValidator(routes, null), new DocumentEdit.SetDefaultValidator(null), new DocumentEdit.RemoveValidator("full check")).Text);
    }

    [Fact]
    public void A_change_touches_what_it_changes_only()
    {
        var document = Samples.Read("openapi: 3.0.0\npaths: {/x: {get: {}}}\nx-amazon-apigateway-request-validators:\n  all:   # both\n    validateRequestBody: 'true'   # as a text\n    validateRequestParameters: true\n    x-more: 1\n");

        var changed = Edit.Of(document, new DocumentEdit.ChangeValidator("all", Body: true, Parameters: false));

        Assert.Equal(document.Text.Replace("Parameters: true", "Parameters: false", StringComparison.Ordinal), changed.Text);
    }

    [Fact]
    public void What_is_used_is_not_removed()
    {
        var document = Edit.Of(Samples.Read(Samples.Yaml), Full);

        Assert.Contains("GET /pets", Edit.Refused(document, new DocumentEdit.SetValidator([Edit.Name("GET /pets")], "full check"), new DocumentEdit.RemoveValidator("full check")), StringComparison.Ordinal);
        Assert.Contains("default", Edit.Refused(document, new DocumentEdit.SetDefaultValidator("full check"), new DocumentEdit.RemoveValidator("full check")), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_is_there_is_used()
    {
        var document = Samples.Read(Samples.Yaml);

        Assert.Contains("no request validator 'x'", Edit.Refused(document, new DocumentEdit.SetValidator([Edit.Name("GET /pets")], "x")), StringComparison.Ordinal);
        Assert.Contains("no request validator 'x'", Edit.Refused(document, new DocumentEdit.SetDefaultValidator("x")), StringComparison.Ordinal);
        Assert.Contains("no request validator 'x'", Edit.Refused(document, new DocumentEdit.ChangeValidator("x", true, true)), StringComparison.Ordinal);
        Assert.Contains("no request validator 'x'", Edit.Refused(document, new DocumentEdit.RemoveValidator("x")), StringComparison.Ordinal);
        Assert.Contains("'full check' already", Edit.Refused(document, Full, Full), StringComparison.Ordinal);
    }
}
