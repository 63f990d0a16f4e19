using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.Editing;

namespace Portal.Tests.Catalog.Documents.Editing;

/// <summary>Edits at once and in a row, by chance. The editor reads each text again and refuses one that does not say what was meant: that must never happen where no anchor is shared.</summary>
public sealed class ManyEditsTests
{
    private static readonly string[] Methods = ["GET", "POST", "PATCH", "ANY"];

    private static readonly string[] Texts = ["Plain", "It's: so", "- dash", "a # b", "yes", "12", "", "two\nlines", "é😀", "tab\there", "{x}", "'", "\"", "null", "…  "];

    private static readonly RouteIntegration?[] Integrations =
    [
        null, new RouteIntegration.Mock(201, "application/json", "{\n  \"a\": \"$context.requestId\"\n}"), new RouteIntegration.Http("GET", "https://example.com"),
        new RouteIntegration.HttpProxy("ANY", "https://${stageVariables.b}/x"), new RouteIntegration.LambdaProxy("arn:aws:lambda:eu-central-1:123456789012:function:f", null),
    ];

    [Theory]
    [MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void Whatever_is_edited_the_text_says_it(string name)
    {
        var text = Samples.Text(name);

        for (var seed = 0; seed < (text.Length > 1_000_000 ? 1 : 25); seed++)
        {
            var random = new Random(seed);
            var document = Samples.Read(text);

            for (var round = 0; round < 4; round++)
            {
                var edits = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Any(random, document)).ToArray();

                switch (DocumentEditor.Apply(document, edits))
                {
                    case EditOutcome.Edited edited:
                        document = edited.Document;
                        break;

                    // Of edits at once, one may have removed what the next is about.
                    case EditOutcome.Refused refused:
                        Assert.True(refused.Sentence.StartsWith("There is", StringComparison.Ordinal), $"{name}, {seed}: {refused.Sentence}\n{string.Join('\n', edits.AsEnumerable())}\n{document.Text[..Math.Min(20_000, document.Text.Length)]}");
                        break;
                }
            }
        }
    }

    private static DocumentEdit Any(Random random, SourceDocument document)
    {
        var routes = RouteTable.Of(document).Routes;
        var route = routes.Count > 0 ? routes[random.Next(routes.Count)] : null;
        var path = route is not null && random.Next(2) is 0 && RoutePath.Fault(route.Name.Path) is null ? route.Name.Path : $"/r{random.Next(5)}/{{id}}";

        return (route, random.Next(9)) switch
        {
            (null, _) or (_, 0 or 1) => new DocumentEdit.AddRoute(new RouteName(One(random, Methods), path))
            {
                Summary = One(random, Texts),
                Integration = One(random, Integrations),
                ApiKeyRequired = random.Next(2) is 0,
                Parameters = [new RouteParameter { Name = "q", In = "query", Required = random.Next(2) is 0, Type = "string" }],
            },
            (_, 2) => new DocumentEdit.RemoveRoute(route.Name),
            (_, 3) => new DocumentEdit.LeaveOut([route.Name]),
            (_, 4) => new DocumentEdit.TakeBack([route.Name]),
            (_, 5) => new DocumentEdit.SetTitle("T" + One(random, Texts)),
            (_, 6) => new DocumentEdit.SetDefaultIntegration(random.Next(2) is 0 ? null : new DefaultIntegration.Mock(200, "text/plain", One(random, Texts))),
            (_, 7) => new DocumentEdit.ChangeRoute(route.Name) { ApiKeyRequired = random.Next(2) is 0, Integration = new(route.IsPreflight ? route.Integration : One(random, Integrations)) },
            _ => new DocumentEdit.ChangeRoute(route.Name)
            {
                Summary = new(One(random, Texts)),
                OperationId = new(One(random, Texts)),
                Parameters = [.. route.Parameters.Where(_ => random.Next(3) > 0).Select(parameter => parameter.In is "path" ? parameter : parameter with { Required = random.Next(2) is 0 })],
                Cors = route.Name.Method is "OPTIONS" ? null : new(random.Next(2) is 0 ? null : new CorsPreflight()),
            },
        };
    }

    private static T One<T>(Random random, T[] items) => items[random.Next(items.Length)];
}
