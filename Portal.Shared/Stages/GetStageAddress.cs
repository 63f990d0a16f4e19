namespace Portal.Shared.Stages;

/// <summary>Asks AWS where a stage can be called.</summary>
[Demands(Policies.ReadCatalog)]
public sealed record GetStageAddress(Guid Id) : IRequest<StageAddressView>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.Stage, Id);
}

public sealed record StageAddressView
{
    /// <summary>Stands for AWS's id of the API in commands that are told before there is one.</summary>
    public const string UnknownApi = "API_ID";

    /// <summary>The base URL, without a slash at its end.</summary>
    public required string InvokeUrl { get; init; }

    /// <summary>AWS's id of the API.</summary>
    public required string RestApiId { get; init; }

    public required string Arn { get; init; }

    /// <summary>Commands that a person must have run once, so that API Gateway may invoke the functions of the revision that runs: until then calls fail with 500.</summary>
    public required IReadOnlyList<string> Commands { get; init; }
}
