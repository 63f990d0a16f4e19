using FluentValidation;

namespace Portal.Shared.Connections;

/// <summary>Asks for the least IAM policy with which the portal works in a Region, to be pasted into AWS.</summary>
[Demands(Policies.ReadConnections)]
public sealed record GetLeastPolicy : IRequest<LeastPolicy>
{
    public required string Region { get; init; }

    /// <summary>With what is needed to change things; without, for reading only.</summary>
    public bool Writing { get; init; } = true;
}

public sealed class GetLeastPolicyValidator : AbstractValidator<GetLeastPolicy>
{
    public GetLeastPolicyValidator() => RuleFor(request => request.Region).IsRegion();
}

public sealed record LeastPolicy
{
    /// <summary>The policy document, as JSON.</summary>
    public required string Document { get; init; }

    /// <summary>What it leaves out on purpose, in sentences.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
