namespace Portal.Shared.Sync;

/// <summary>Asks for what a run would change as patches, for whoever keeps the same things in files: in CloudFormation, SAM, CDK or Terraform.</summary>
[Demands(Policies.PreviewChanges)]
public sealed record GetRunPatch(Guid Id) : IRequest<RunPatch>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.ChangeRun, Id);
}

public sealed record RunPatch
{
    /// <summary>The tool that owns it, in words; null where the portal may write it itself.</summary>
    public required string? OwnedBy { get; init; }

    /// <summary>In the order of the steps; what has no text, as a deployment, is not among them.</summary>
    public required IReadOnlyList<ThingPatch> Things { get; init; }
}

public sealed record ThingPatch
{
    /// <summary>What it is of: "API pets", "stage prod".</summary>
    public required string Of { get; init; }

    /// <summary>The file's name in the diff.</summary>
    public required string File { get; init; }

    /// <summary>A unified diff; of an API between its documents, in OpenAPI with AWS's extensions.</summary>
    public required string Diff { get; init; }

    /// <summary>The same in the language of the tool: Terraform where it owns the thing, else CloudFormation.</summary>
    public required string Snippet { get; init; }

    /// <summary>CloudFormation or Terraform.</summary>
    public required string Tool { get; init; }
}
