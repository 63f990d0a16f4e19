using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.Editing;

namespace Portal.Tests.Catalog.Documents.Editing;

public sealed class KeptSettingsTests
{
    private const string Fresh = """
        openapi: 3.0.1
        info: {title: Pets, version: '2'}
        paths:
          /pets:
            get: {operationId: listPets, responses: {'200': {description: All pets}}}
            post: {operationId: addPet, responses: {'200': {description: The pet}}}
        components:
          securitySchemes:
            oauth: {type: oauth2, flows: {}}

        """;

    private static readonly string Settled = Fresh
        .Replace("operationId: addPet", "x-portal-leave-out: true, operationId: addPet", StringComparison.Ordinal)
        .Replace("{type: oauth2,", "{x-portal-at-gateway: nothing, type: oauth2,", StringComparison.Ordinal)
        .Replace("paths:", "x-portal-default-integration: {type: http_proxy, baseUrl: 'https://old.example.com'}\npaths:", StringComparison.Ordinal);

    [Fact]
    public void What_was_settled_comes_along()
    {
        var next = Kept(Settled, Fresh);

        Assert.Equal(new DefaultIntegration.HttpProxy("https://old.example.com"), DefaultIntegration.Of(next.Root));
        Assert.Equal(["POST /pets"], RouteTable.Of(next).Routes.Where(route => route.IsLeftOut).Select(route => route.Name.ToString()));
        Assert.Empty(KeptSettings.Of(Read(Settled), next));
    }

    [Fact]
    public void What_the_new_document_says_itself_counts()
    {
        var own = Settled
            .Replace("x-portal-leave-out: true", "x-portal-leave-out: false", StringComparison.Ordinal)
            .Replace("old.example.com", "new.example.com", StringComparison.Ordinal)
            .Replace("x-portal-at-gateway: nothing", "x-portal-at-gateway: api-key", StringComparison.Ordinal);

        Assert.Empty(KeptSettings.Of(Read(Settled), Read(own)));
    }

    [Fact]
    public void What_is_gone_is_not_missed()
    {
        var without = Fresh.Replace("    post: {operationId: addPet, responses: {'200': {description: The pet}}}\n", "", StringComparison.Ordinal).Replace("oauth:", "other:", StringComparison.Ordinal);

        Assert.Equal([new DocumentEdit.SetDefaultIntegration(new DefaultIntegration.HttpProxy("https://old.example.com"))], KeptSettings.Of(Read(Settled), Read(without)));
    }

    [Fact]
    public void A_scheme_of_another_type_is_another_scheme()
    {
        var other = Fresh.Replace("{type: oauth2, flows: {}}", "{type: http, scheme: basic}", StringComparison.Ordinal);

        Assert.DoesNotContain(KeptSettings.Of(Read(Settled), Read(other)), edit => edit is DocumentEdit.SettleSecurity);
    }

    private static SourceDocument Kept(string before, string after) =>
        Assert.IsType<EditOutcome.Edited>(DocumentEditor.Apply(Read(after), KeptSettings.Of(Read(before), Read(after)))).Document;

    private static SourceDocument Read(string text) => Assert.IsType<ReadOutcome.Read>(SourceDocument.Read(text)).Document;
}
