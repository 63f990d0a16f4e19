using FluentValidation;

namespace Portal.Shared.Connections;

/// <summary>Makes an AWS account and Region known. It is read-only until it is switched to writing with its name typed.</summary>
[Demands(Policies.ManageConnections)]
public sealed record AddConnection : IRequest<ConnectionView>
{
    public required string Name { get; init; }

    /// <summary>As AWS writes it: eu-west-1. It stays: another Region is another connection.</summary>
    public required string Region { get; init; }

    /// <summary>The role to assume; without one the portal's own credentials are used.</summary>
    public string? RoleArn { get; init; }

    /// <summary>Another endpoint than AWS's own: an emulator or a private link.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>The ARN of the log group in which stages write down their calls, for numbers by key; without one they write nothing.</summary>
    public string? AccessLogGroupArn { get; init; }

    /// <summary>The tag by which things that Terraform owns are known, "ManagedBy=terraform" or a tag's name alone: they are read and never written.</summary>
    public string? TerraformTag { get; init; }
}

public sealed class AddConnectionValidator : AbstractValidator<AddConnection>
{
    public AddConnectionValidator()
    {
        RuleFor(request => request.Name).IsConnectionName();
        RuleFor(request => request.Region).IsRegion();
        RuleFor(request => request.RoleArn).IsRoleArn();
        RuleFor(request => request.ServiceUrl).IsServiceUrl();
        RuleFor(request => request.AccessLogGroupArn).IsLogGroupArn();
        RuleFor(request => request.TerraformTag).IsTagRule();
    }
}
