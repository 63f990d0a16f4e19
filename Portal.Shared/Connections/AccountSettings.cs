using System.Text.Json.Serialization;
using FluentValidation;

namespace Portal.Shared.Connections;

/// <summary>Asks for API Gateway's settings of an account and Region.</summary>
[Demands(Policies.ReadConnections)]
[Limited(60)]
public sealed record GetAccountSettings(Guid ConnectionId) : IRequest<AccountSettingsView>;

/// <param name="LogRoleArn">The role as which API Gateway writes logs; null where it can write none.</param>
public sealed record AccountSettingsView(string? LogRoleArn);

/// <summary>Proposes another role as which API Gateway writes logs, for all APIs of an account and Region. It is a change set, approved like any other.</summary>
[Demands(Policies.ManageConnections)]
public sealed record ProposeAccountSettings : IRequest<ProposedChange>, IConcerns
{
    [JsonIgnore]
    public Guid ConnectionId { get; init; }

    /// <summary>The team whose run it is.</summary>
    public required Guid TeamId { get; init; }

    /// <summary>Its ARN; null takes it away, and no stage can write logs then.</summary>
    public required string? LogRoleArn { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.Team, TeamId);
}

public sealed class ProposeAccountSettingsValidator : AbstractValidator<ProposeAccountSettings>
{
    public ProposeAccountSettingsValidator() => RuleFor(request => request.LogRoleArn).IsRoleArn();
}
