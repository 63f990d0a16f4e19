using System.Text.Json.Serialization;
using FluentValidation;

namespace Portal.Shared.Connections;

/// <summary>Changes how a connection is called or entered. If it is entered another way, it is read-only again. Its Region stays: what runs there would be lost from sight.</summary>
[Demands(Policies.ManageConnections)]
public sealed record ChangeConnection : IRequest<ConnectionView>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    public required string Name { get; init; }

    public required string? RoleArn { get; init; }

    /// <summary>Not said for the sandbox, whose address is the portal's matter.</summary>
    public required string? ServiceUrl { get; init; }

    /// <summary>The ARN of the log group in which stages write down their calls; it holds for a stage from its next deployment on.</summary>
    public required string? AccessLogGroupArn { get; init; }

    /// <summary>The tag by which things that Terraform owns are known, "ManagedBy=terraform" or a tag's name alone: they are read and never written.</summary>
    public string? TerraformTag { get; init; }

    /// <summary>As read, so that another's change is not overwritten.</summary>
    public required int Version { get; init; }

    /// <summary>What a connection is already, for changing a member of it.</summary>
    public static ChangeConnection Of(ConnectionView connection) => new()
    {
        Id = connection.Id,
        Name = connection.Name,
        RoleArn = connection.RoleArn,
        ServiceUrl = connection.IsSandbox ? null : connection.ServiceUrl,
        AccessLogGroupArn = connection.AccessLogGroupArn,
        TerraformTag = connection.TerraformTag,
        Version = connection.Version,
    };
}

public sealed class ChangeConnectionValidator : AbstractValidator<ChangeConnection>
{
    public ChangeConnectionValidator()
    {
        RuleFor(request => request.Name).IsConnectionName();
        RuleFor(request => request.RoleArn).IsRoleArn();
        RuleFor(request => request.ServiceUrl).IsServiceUrl();
        RuleFor(request => request.AccessLogGroupArn).IsLogGroupArn();
        RuleFor(request => request.TerraformTag).IsTagRule();
    }
}
