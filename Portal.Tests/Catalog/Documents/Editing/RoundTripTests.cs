using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.Editing;

namespace Portal.Tests.Catalog.Documents.Editing;

/// <summary>The law of the editor: what is outside of an edit stays as it is to the byte, and an edit that is taken back leaves no trace.</summary>
public sealed class RoundTripTests
{
    private static readonly RouteIntegration[] Integrations =
    [
        new RouteIntegration.Mock(418, "application/json", "{\"a\": \"it's\",\n\t\"b\": \"é😀\\\"\"}"),
        new RouteIntegration.Mock(200, "text/plain", ""),
        new RouteIntegration.Http("POST", "https://example.com/x"),
        new RouteIntegration.HttpProxy("ANY", "http://${stageVariables.backend}/x"),
        new RouteIntegration.LambdaProxy("arn:aws:lambda:eu-central-1:123456789012:function:shop", "arn:aws:iam::123456789012:role/api"),
    ];

    private static readonly string[] Methods = ["HEAD", "ANY"];

    private static readonly RouteParameter[] Parameters =
    [
        new() { Name = "verbose", In = "query", Required = true, Type = "boolean" },
        new() { Name = "X-Count", In = "header", Required = false, Type = "integer" },
        new() { Name = "ids", In = "query", Required = false, Type = "array" },
    ];

    [Theory]
    [MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void A_route_that_is_added_and_removed_leaves_no_trace(string name)
    {
        var document = Samples.Read(Samples.Text(name));
        var edits =
            from path in Some(document).Select(route => route.Name.Path).Where(path => RoutePath.Fault(path) is null).Append("/new/{portalId}/things/{rest+}").Append("/200")
            from integration in Integrations.Append(null)
            from method in Methods
            select new DocumentEdit.AddRoute(new RouteName(method, path))
            {
                Summary = "Is it: 'new'? # yes",
                OperationId = "portalNew",
                Parameters = Parameters,
                Integration = integration,
                ApiKeyRequired = method is "HEAD",
            };

        Assert.All(edits, edit =>
        {
            var added = Edit.Of(document, edit);

            // An API key brings its scheme, too.
            AssertOnly(edit.ApiKeyRequired ? "" : "/paths", document, added);
            Assert.Equal(document.Text, Edit.Of(added, new DocumentEdit.RemoveRoute(edit.Route)).Text);
        });
    }

    [Theory]
    [MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void A_change_that_is_taken_back_leaves_no_trace(string name)
    {
        var document = Samples.Read(Samples.Text(name));

        Assert.All(Some(document), route =>
        {
            var change = new DocumentEdit.ChangeRoute(route.Name);

            Assert.All(Pairs(change, route), pair =>
            {
                var changed = Edit.Of(document, pair.Do);

                AssertOnly(pair.Where, document, changed);
                Assert.Equal(document.Text, Edit.Of(changed, pair.Undo).Text);
            });
        });
    }

    [Theory]
    [MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void Settings_that_are_taken_back_leave_no_trace(string name)
    {
        var document = Samples.Read(Samples.Text(name));
        var table = RouteTable.Of(document);
        var routes = table.Routes.Select(route => route.Name).ToList();
        (DocumentEdit Do, DocumentEdit Undo)[] pairs =
        [
            (new DocumentEdit.SetTitle("Another title"), new DocumentEdit.SetTitle(table.Title)),
            (new DocumentEdit.SetVersion("2.0.1"), new DocumentEdit.SetVersion(table.Version)),
            (new DocumentEdit.LeaveOut(routes), new DocumentEdit.TakeBack(routes)),
            (new DocumentEdit.SetDefaultIntegration(new DefaultIntegration.Mock(200, "application/json", "{}")), new DocumentEdit.SetDefaultIntegration(null)),
            (new DocumentEdit.SetDefaultIntegration(new DefaultIntegration.HttpProxy("https://${stageVariables.backend}/v1/")), new DocumentEdit.SetDefaultIntegration(null)),
            (new DocumentEdit.SetDefaultIntegration(new DefaultIntegration.LambdaProxy("arn:aws:lambda:eu-central-1:123456789012:function:shop", null)), new DocumentEdit.SetDefaultIntegration(null)),
        ];

        Assert.All(pairs, pair => Assert.Equal(document.Text, Edit.Of(Edit.Of(document, pair.Do), pair.Undo).Text));
    }

    [Theory]
    [MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void A_route_is_removed_from_its_paths_only(string name)
    {
        var document = Samples.Read(Samples.Text(name));

        Assert.All(Some(document), route =>
        {
            var removed = Edit.Of(document, new DocumentEdit.RemoveRoute(route.Name));

            AssertOnly("/paths", document, removed);
            Assert.DoesNotContain(RouteTable.Of(removed).Routes, other => other.Name == route.Name);
            Assert.Equal(RouteTable.Of(document).Routes.Count - 1, RouteTable.Of(removed).Routes.Count);
        });
    }

    /// <summary>Of a document of megabytes, two routes are enough to wait for.</summary>
    private static IEnumerable<Route> Some(SourceDocument document) => RouteTable.Of(document).Routes.Take(document.Text.Length > 1_000_000 ? 2 : 8);

    private static IEnumerable<(string Where, DocumentEdit Do, DocumentEdit Undo)> Pairs(DocumentEdit.ChangeRoute change, Route route)
    {
        var parameters = route.Parameters.Where(parameter => !parameter.IsOfPath).ToList();

        yield return (route.Pointer, change with { Parameters = [.. parameters, .. Parameters] }, change with { Parameters = parameters });

        if (!route.ApiKeyRequired)
        {
            yield return ("", change with { ApiKeyRequired = true }, change with { ApiKeyRequired = false });
        }

        if (route.Summary is null)
        {
            yield return (route.Pointer, change with { Summary = new("New") }, change with { Summary = new(null) });
        }

        if (route.Cors is null)
        {
            yield return (JsonPointer.Of("paths", route.Name.Path), change with { Cors = new(new CorsPreflight()) }, change with { Cors = new(null) });
        }

        if (route.Integration is null)
        {
            foreach (var integration in Integrations.Where(integration => integration is not RouteIntegration.Mock))
            {
                yield return (route.Pointer, change with { Integration = new(integration) }, change with { Integration = new(null) });
            }
        }
    }

    /// <summary>Before the node and after it, every letter is the same.</summary>
    private static void AssertOnly(string pointer, SourceDocument before, SourceDocument after)
    {
        var (old, now) = (NodeAt(before, pointer), NodeAt(after, pointer));

        Assert.Equal(before.Text[..old.Start].TrimEnd(), after.Text[..Math.Min(old.Start, now.Start)].TrimEnd());
        Assert.EndsWith(before.Text[old.End..], after.Text[now.End..], StringComparison.Ordinal);
    }

    private static SourceNode NodeAt(SourceDocument document, string pointer) => JsonPointer.Parse(pointer)!.Aggregate(document.Tree, (node, name) => node.Child(name, out _)!);
}
