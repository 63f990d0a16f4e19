using System.Text.Json.Serialization;

namespace Portal.Server.Gateway;

/// <summary>
/// What is said in AWS of the parts of a REST API, and the versions of it that were frozen. The portal keeps none of it in step: it is held against what was there when it was first looked at,
/// and is written only to bring that back. A subject of its own, because reading it costs calls of its own.
/// </summary>
/// <param name="Id">The portal's id of the API.</param>
internal sealed record DocumentationSpec(string Id) : Spec
{
    /// <summary>With what the addresses of all of them begin.</summary>
    public const string Prefix = nameof(Kind.Documentation) + "/";

    private const string ApiPrefix = nameof(Kind.RestApi) + "/";

    [JsonIgnore]
    public override Address Address => new(Kind.Documentation, Id);

    [JsonIgnore]
    public override string Label => "documentation";

    /// <summary>By the place that is spoken of, as in "METHOD GET /pets".</summary>
    public required SortedMap<DocumentationPartSpec> Parts { get; init; }

    /// <summary>By name. What a version holds, AWS tells of none.</summary>
    public required SortedMap<DocumentationVersionSpec> Versions { get; init; }

    /// <summary>What is looked at with a subject and is one of its own: an API's documentation; the subject itself where there is no such thing.</summary>
    public static string SubjectBeside(string subject) => subject.StartsWith(ApiPrefix, StringComparison.Ordinal) ? Prefix + subject[ApiPrefix.Length..] : subject;

    /// <summary>The API that a documentation is of; the subject itself where it is none.</summary>
    public static string ApiOf(string subject) => subject.StartsWith(Prefix, StringComparison.Ordinal) ? ApiPrefix + subject[Prefix.Length..] : subject;
}

/// <summary>What is said of one place. Members of the place that its type does not have are null; those that nobody says are as AWS takes them.</summary>
internal sealed record DocumentationPartSpec
{
    /// <summary>As in METHOD, or QUERY_PARAMETER.</summary>
    public required string Type { get; init; }

    public required string? Path { get; init; }

    public required string? Method { get; init; }

    public required string? StatusCode { get; init; }

    public required string? Name { get; init; }

    /// <summary>A JSON object in its canonical form.</summary>
    public required string Properties { get; init; }

    /// <summary>What a person calls the place. Two that speak of the same have the same.</summary>
    [JsonIgnore]
    public string Place => string.Join(' ', new[] { Type, Method, Path, StatusCode, Name }.Where(word => word is not null));

    public static DocumentationPartSpec Of(string type, string? path, string? method, string? statusCode, string? name, string properties)
    {
        var isAnywhere = type is "API" or "AUTHORIZER" or "MODEL";
        var isOfMethod = !isAnywhere && type is not "RESOURCE";
        var isOfAnswer = type is "RESPONSE" or "RESPONSE_HEADER" or "RESPONSE_BODY";

        return new DocumentationPartSpec
        {
            Type = type,
            Path = isAnywhere ? null : Said(path, "/"),
            Method = isOfMethod ? Said(method, "*") : null,
            StatusCode = isOfAnswer ? Said(statusCode, "*") : null,
            Name = string.IsNullOrEmpty(name) ? null : name,
            Properties = properties,
        };
    }

    private static string Said(string? word, string otherwise) => string.IsNullOrEmpty(word) ? otherwise : word;
}

/// <summary>A documentation that was frozen under a name.</summary>
internal sealed record DocumentationVersionSpec
{
    /// <summary>When it was frozen: one that was made anew under the same name may hold something else.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    public required string? Description { get; init; }
}
