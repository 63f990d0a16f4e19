using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Portal.Shared;

namespace Portal.Server.Platform;

/// <summary>
/// The OpenAPI document of the portal's own HTTP API. What a route means is said once, where its request is declared: the name, the words, the room and the policy are read from there.
/// </summary>
internal static class ApiDocument
{
    private const string Bearer = "token";

    private static readonly XmlWords Words = XmlWords.Of(typeof(IPortal).Assembly);

    public static void Describe(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);

            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<AskedBy>().FirstOrDefault()?.Request is { } request)
            {
                var policy = context.ApplicationServices.GetRequiredService<RequestCatalog>().PolicyOf(request);
                Describe(operation, request, policy, context);
            }

            return Task.CompletedTask;
        });
    }

    private static void Describe(OpenApiDocument document)
    {
        document.Info.Title = "Portal";
        document.Info.Version = "1";
        document.Info.Description =
            """
            Whatever the pages can do. Make a personal access token on the page *Access tokens* and send it as `Authorization: Bearer ...`.

            A refusal is a problem document with a `type` of the form `urn:portal:ROOM:REFUSAL`, which stays; its words may change. What belongs to another team is answered as if it were not there.
            Where two people may change the same thing, what is read carries a `version` that goes back with the change: the second to save is told with 412, and nothing is overwritten.
            """;
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A personal access token." },
        };

        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations ?? []).Select(pair => pair.Value).Where(operation => operation.Security is [_, ..]))
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
        }
    }

    private static void Describe(OpenApiOperation operation, Type request, string policy, OpenApiOperationTransformerContext context)
    {
        operation.OperationId ??= request.Name;
        operation.Tags = new HashSet<OpenApiTagReference> { new(RoomOf(request), context.Document) };
        (operation.Summary, var more) = Split(Words.Of(request) ?? request.Name);
        operation.Description = string.Join("\n\n", new[] { more, Allowed(policy), Limited(request) }.Where(text => text.Length > 0));
        // Which scheme it is, the document says once all operations are there.
        operation.Security = policy is Policies.Anyone ? [] : [[]];

        foreach (var parameter in operation.Parameters ?? [])
        {
            parameter.Description ??= parameter.Name is { } name && request.GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.IgnoreCase) is { } member ? Words.Of(member) : null;
        }

        foreach (var (status, meaning) in Refusals(policy, context.Description.HttpMethod is "GET"))
        {
            (operation.Responses ??= [])[status] = new OpenApiResponse
            {
                Description = meaning,
                Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference("ProblemDetails", context.Document) } },
            };
        }
    }

    private static IEnumerable<(string Status, string Meaning)> Refusals(string policy, bool isRead)
    {
        yield return ("400", "What was sent is not well-formed: every fault, by field.");

        if (policy is not Policies.Anyone)
        {
            yield return ("401", "Nobody is signed in, or the token is not known any more.");
            yield return ("403", "The person has no role that may do it.");
        }

        yield return ("404", "It is not there, or belongs to a team of others.");

        if (!isRead)
        {
            yield return ("409", "Something stands against it: a name is taken, it is in use, another run is on its way.");
            yield return ("412", "Somebody else has changed it meanwhile; nothing was overwritten.");
            yield return ("422", "It is well-formed and cannot be accepted.");
        }

        yield return ("429", "Asked too often by one person.");
    }

    private static string Allowed(string policy) => policy switch
    {
        Policies.Anyone => "Needs no token.",
        Policies.SignedIn => "For everyone who is signed in.",
        _ => $"For the roles {string.Join(", ", Roles.All.Where(role => role.Grant(policy)))}.",
    };

    private static string Limited(Type request) =>
        request.GetCustomAttribute<LimitedAttribute>() is { PerMinute: var times } ? $"At most {times} times a minute by one person." : "";

    private static string RoomOf(Type request) => request.Namespace is { } space && space.LastIndexOf('.') is > 0 and var dot ? space[(dot + 1)..] is "Shared" ? "Portal" : space[(dot + 1)..] : "Portal";

    /// <summary>The first sentence, and the others.</summary>
    private static (string First, string Others) Split(string text) =>
        text.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end ? (text[..end], text[(end + 2)..]) : (text.TrimEnd('.'), "");
}
