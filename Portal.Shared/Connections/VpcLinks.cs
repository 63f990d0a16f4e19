using System.Text.Json.Serialization;
using FluentValidation;

namespace Portal.Shared.Connections;

/// <summary>Lists the VPC links of an account and Region, with what goes through them: ways of APIs into private networks.</summary>
[Demands(Policies.ReadConnections)]
[Limited(60)]
public sealed record ListVpcLinks(Guid ConnectionId) : IRequest<Page<VpcLinkView>>;

/// <summary>Proposes a VPC link: to a network load balancer, for REST APIs, or into subnets, for HTTP APIs. It is a change set, approved like any other.</summary>
[Demands(Policies.ManageConnections)]
public sealed record ProposeVpcLink : IRequest<ProposedChange>, IConcerns
{
    [JsonIgnore]
    public Guid ConnectionId { get; init; }

    /// <summary>The team whose run it is.</summary>
    public required Guid TeamId { get; init; }

    public required string Name { get; init; }

    /// <summary>Only of one to a load balancer.</summary>
    public string? Description { get; init; }

    /// <summary>The ARN of a network load balancer; null for one into subnets.</summary>
    public string? TargetArn { get; init; }

    /// <summary>At least one, for one into subnets.</summary>
    public IReadOnlyList<string> SubnetIds { get; init; } = [];

    public IReadOnlyList<string> SecurityGroupIds { get; init; } = [];

    Concern IConcerns.Concern => new(ConcernKind.Team, TeamId);
}

public sealed class ProposeVpcLinkValidator : AbstractValidator<ProposeVpcLink>
{
    public ProposeVpcLinkValidator()
    {
        RuleFor(request => request.Name).IsLinkName();
        RuleFor(request => request.Description).MaximumLength(1024).WithMessage("A description has at most 1,024 characters.");
        RuleFor(request => request.TargetArn).IsLoadBalancerArn();
        RuleFor(request => request.SubnetIds).NotNull()
            .Must((request, ids) => ids is null || string.IsNullOrEmpty(request.TargetArn) == ids is { Count: > 0 }).WithMessage("Say a load balancer, or subnets.")
            .Must(ids => ids is null || (ids.Count <= 10 && ids.All(id => id is { Length: > 7 and <= 40 } && id.StartsWith("subnet-", StringComparison.Ordinal)))).WithMessage("At most 10 subnets, each as subnet-0a1b2c3d.");
        RuleFor(request => request.SecurityGroupIds).NotNull()
            .Must(ids => ids is null || (ids.Count <= 10 && ids.All(id => id is { Length: > 3 and <= 40 } && id.StartsWith("sg-", StringComparison.Ordinal)))).WithMessage("At most 10 security groups, each as sg-0a1b2c3d.");
    }
}

/// <summary>Proposes another name, or description, of a VPC link that is the portal's. Where it leads to cannot change.</summary>
[Demands(Policies.ManageConnections)]
public sealed record ProposeVpcLinkChange : IRequest<ProposedChange>, IConcerns
{
    [JsonIgnore]
    public Guid ConnectionId { get; init; }

    /// <summary>The portal's id.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    public required Guid TeamId { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.Team, TeamId);
}

public sealed class ProposeVpcLinkChangeValidator : AbstractValidator<ProposeVpcLinkChange>
{
    public ProposeVpcLinkChangeValidator()
    {
        RuleFor(request => request.Name).IsLinkName();
        RuleFor(request => request.Description).MaximumLength(1024).WithMessage("A description has at most 1,024 characters.");
    }
}

/// <summary>Proposes to delete a VPC link that is the portal's. Refused while an API goes through it.</summary>
[Demands(Policies.ManageConnections)]
public sealed record ProposeVpcLinkDeletion : IRequest<ProposedChange>, IConcerns
{
    [JsonIgnore]
    public Guid ConnectionId { get; init; }

    /// <summary>The portal's id.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    public required Guid TeamId { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.Team, TeamId);
}

public sealed record VpcLinkView
{
    /// <summary>The portal's id; null where it is not the portal's.</summary>
    public required Guid? Id { get; init; }

    /// <summary>What integrations name, by connectionId or by a variable of the stage.</summary>
    public required string AwsId { get; init; }

    public required string Name { get; init; }

    public required string? Description { get; init; }

    /// <summary>The load balancer; null of one into subnets.</summary>
    public required string? TargetArn { get; init; }

    public required IReadOnlyList<string> SubnetIds { get; init; }

    public required IReadOnlyList<string> SecurityGroupIds { get; init; }

    /// <summary>As AWS has it: AVAILABLE, PENDING, FAILED, DELETING, INACTIVE.</summary>
    public required string Status { get; init; }

    /// <summary>AWS's own words about that.</summary>
    public required string? StatusMessage { get; init; }

    public required ThingStanding Standing { get; init; }

    public required string? OwnedBy { get; init; }

    /// <summary>What goes through it, as far as the portal has applied or imported it: "the API Pets", "the variable vpcLink of the stage dev of the API Pets".</summary>
    public required IReadOnlyList<string> Users { get; init; }
}
