using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.Editing;
using Portal.Shared.Catalog;

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

        return random.Next(2) is 0 || route is null ? OfRoutes(random, routes, route) : OfParts(random, document, route);
    }

    /// <summary>Names are few, so that things meet.</summary>
    private static DocumentEdit OfParts(Random random, SourceDocument document, Route route)
    {
        var name = $"n{random.Next(3)}";
        Guard guard = random.Next(4) switch
        {
            0 => new Guard.Open(),
            1 => new Guard.Iam(),
            2 => new Guard.By { Authorizer = name, Scopes = random.Next(2) is 0 ? [] : ["a/read"] },
            _ => new Guard.Default(),
        };
        var texts = new Dictionary<string, string> { ["application/json"] = "{}" + One(random, Texts), ["text/plain"] = "x" };

        return random.Next(11) switch
        {
            0 => new DocumentEdit.AddAuthorizer(name, AuthorizerEditsTests.Of(One(random, ["token", "request", "cognito"]))),
            1 => new DocumentEdit.SetGuard([route.Name], guard),
            2 => new DocumentEdit.SetDefaultGuard(guard is Guard.Default ? new Guard.Open() : guard, random.Next(2) is 0),
            3 => new DocumentEdit.AddValidator(name, random.Next(2) is 0, random.Next(2) is 0),
            4 => new DocumentEdit.SetValidator([route.Name], random.Next(2) is 0 ? null : name),
            5 => new DocumentEdit.SetDefaultValidator(random.Next(2) is 0 ? null : name),
            6 => new DocumentEdit.AddModel(name, $$"""{"type": "object", "description": {{System.Text.Json.JsonSerializer.Serialize(One(random, Texts))}}, "items": [1.50, null, {"a": []}]}"""),
            7 => new DocumentEdit.SetGatewayResponse(One(random, ["THROTTLED", "DEFAULT_4XX", "DEFAULT_5XX"]), random.Next(2) is 0 ? null : "418", texts, texts),
            8 => new DocumentEdit.SetPolicy(random.Next(3) is 0 ? null : """{"Statement": [{"Effect": "Allow", "Condition": {"IpAddress": {"aws:SourceIp": ["10.0.0.0/8"]}}}]}"""),
            9 when route.Integration is not null && !route.IsPreflight => new DocumentEdit.SetIntegrationOptions(route.Name) { TimeoutMillis = random.Next(2) is 0 ? 0 : 5000, RequestTemplates = random.Next(2) is 0 ? texts : null, ContentHandling = random.Next(2) is 0 ? "" : "CONVERT_TO_TEXT" },
            _ when Browsers.Of(document, 1).Paths.First(path => path.Path == route.Name.Path) is { HasOwnOptions: false } => random.Next(2) is 0
                ? new DocumentEdit.AllowBrowsers([route.Name.Path], new CorsPreflight { AllowOrigins = ["https://a.example"], AllowCredentials = random.Next(2) is 0 }, random.Next(2) is 0)
                : new DocumentEdit.ForbidBrowsers([route.Name.Path], random.Next(2) is 0),
            _ => new DocumentEdit.TakeBack([route.Name]),
        };
    }

    private static DocumentEdit OfRoutes(Random random, IReadOnlyList<Route> routes, Route? route)
    {
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
