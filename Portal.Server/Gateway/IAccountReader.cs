namespace Portal.Server.Gateway;

/// <summary>
/// The boundary to an account and Region as it is, whoever made what is there: for importing. It only reads, and no value of a key passes it.
/// A call that AWS refuses throws <see cref="GatewayRefusedException"/>.
/// </summary>
internal interface IAccountReader
{
    /// <summary>What there is, without looking into it.</summary>
    /// <param name="connection">The connection's id.</param>
    /// <param name="only">What is looked at; null is all of it.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    Task<FoundAccount> ListAsync(Guid connection, ImportSelection? only, CancellationToken cancellationToken);

    /// <summary>The same of all of it without the stages of APIs, each of which would take a call.</summary>
    /// <param name="connection">The connection's id.</param>
    /// <param name="apisAlone">Whether nothing but APIs is asked for.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    Task<FoundAccount> HeadsAsync(Guid connection, bool apisAlone, CancellationToken cancellationToken);

    /// <summary>APIs as they were listed, with their stages: a call for each.</summary>
    Task<IReadOnlyList<FoundApi>> WithStagesAsync(Guid connection, IReadOnlyList<FoundApi> apis, CancellationToken cancellationToken);

    /// <summary>An API with all that the portal can keep of it.</summary>
    /// <param name="connection">The connection's id.</param>
    /// <param name="api">As it was listed.</param>
    /// <param name="portalId">The portal's id, which it has or shall have.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    Task<FoundDefinition> ReadApiAsync(Guid connection, FoundApi api, string portalId, CancellationToken cancellationToken);
}

/// <param name="Apis">AWS's ids of APIs of every kind.</param>
/// <param name="Plans">AWS's ids of usage plans; the APIs of their stages are looked at too.</param>
/// <param name="Things">AWS's paths of what belongs to the account.</param>
internal sealed record ImportSelection(IReadOnlyCollection<string> Apis, IReadOnlyCollection<string> Plans, IReadOnlyCollection<string> Things);

/// <summary>An account and Region, as a list.</summary>
internal sealed record FoundAccount
{
    /// <summary>REST APIs, then HTTP APIs, then WebSocket APIs.</summary>
    public required IReadOnlyList<FoundApi> Apis { get; init; }

    public required IReadOnlyList<FoundPlan> Plans { get; init; }

    /// <summary>What belongs to the account and Region rather than to one API: client certificates.</summary>
    public required IReadOnlyList<FoundThing> Things { get; init; }

    /// <summary>How many API keys there are.</summary>
    public required int Keys { get; init; }
}

internal sealed record FoundApi
{
    public Kind Kind { get; init; } = Kind.RestApi;

    public required string AwsId { get; init; }

    public required string Name { get; init; }

    /// <summary>REGIONAL, EDGE or PRIVATE.</summary>
    public required string EndpointType { get; init; }

    /// <summary>The portal's id on its tag; null where it bears none.</summary>
    public required string? Mark { get; init; }

    public required Ownership? Owner { get; init; }

    /// <summary>None where they were not asked for.</summary>
    public IReadOnlyList<FoundStage> Stages { get; init; } = [];

    /// <summary>Whether its stages were asked for.</summary>
    public bool IsLooked { get; init; }

    /// <summary>As marks name it.</summary>
    public string Path => PathOf(Kind, AwsId);

    /// <summary>Of an API by AWS's id.</summary>
    public static string PathOf(Kind kind, string awsId) => $"{(kind is Kind.RestApi ? "restapis" : "apis")}/{awsId}";
}

/// <summary>A stage as AWS has it.</summary>
internal sealed record FoundStage
{
    public required string ApiId { get; init; }

    public required string Name { get; init; }

    public required string? Mark { get; init; }

    public required Ownership? Owner { get; init; }

    /// <summary>AWS's id of the deployment that it serves.</summary>
    public required string? DeploymentId { get; init; }

    public required string? Description { get; init; }

    public required SortedMap<string> Variables { get; init; }

    public required AccessLogSpec? AccessLog { get; init; }

    /// <summary>Null of HTTP and WebSocket APIs, whose stages keep theirs.</summary>
    public required StageSettingsSpec? Settings { get; init; }

    /// <summary>What is set there that the portal leaves as it is.</summary>
    public required IReadOnlyList<string> LeftAlone { get; init; }

    public Kind ApiKind { get; init; } = Kind.RestApi;

    public string Path => $"{FoundApi.PathOf(ApiKind, ApiId)}/stages/{Name}";
}

internal sealed record FoundPlan
{
    public required string AwsId { get; init; }

    public required string? Mark { get; init; }

    public required Ownership? Owner { get; init; }

    /// <summary>With stages as AWS names them (<see cref="UsagePlanSpec.ForeignStageKey"/>).</summary>
    public required UsagePlanSpec Terms { get; init; }

    public string Path => $"usageplans/{AwsId}";
}

/// <summary>An API with all that the portal can keep of it.</summary>
internal sealed record FoundDefinition
{
    public required DefinitionSpec Definition { get; init; }

    /// <summary>Documentation parts, as the extension x-amazon-apigateway-documentation has them: JSON of a list; null where there are none.</summary>
    public required string? Documentation { get; init; }

    /// <summary>By AWS's id of each deployment that a stage serves.</summary>
    public required IReadOnlyDictionary<string, FoundDeployment> Deployments { get; init; }

    /// <summary>What could not be read, in sentences.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>What is known of a deployment that a stage serves.</summary>
internal abstract record FoundDeployment
{
    /// <param name="Id">The id of the <see cref="DeploymentSpec"/>.</param>
    internal sealed record Ours(string Id) : FoundDeployment;

    /// <param name="Document">What AWS exports of it: OpenAPI with AWS's extensions.</param>
    internal sealed record Exported(string Document) : FoundDeployment;

    /// <summary>Nothing of the working definition was written since it was made: it holds the same.</summary>
    internal sealed record Working : FoundDeployment;

    /// <param name="Why">What AWS said instead.</param>
    internal sealed record NotKnown(string Why) : FoundDeployment;
}
