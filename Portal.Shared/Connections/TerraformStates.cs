using System.Text.Json.Serialization;
using FluentValidation;

namespace Portal.Shared.Connections;

/// <summary>
/// Gives a connection a state of Terraform (terraform.tfstate, version 4, or what "terraform show -json" prints), or replaces the one of that name. What of API Gateway it names is Terraform's from then on:
/// read and never written. Its ids and the addresses of its resources are kept, and nothing else.
/// </summary>
[Demands(Policies.ManageConnections)]
[Limited(60)]
public sealed record GiveTerraformState : IRequest<GivenTerraformState>
{
    /// <summary>As much as the HTTP API takes, less its edges.</summary>
    public const int MaxBytes = 15 * 1024 * 1024;

    [JsonIgnore]
    public Guid ConnectionId { get; init; }

    /// <summary>What people call it: "orders, production".</summary>
    public required string Name { get; init; }

    /// <summary>The state itself; over HTTP it is the body.</summary>
    [JsonIgnore]
    public ReadOnlyMemory<byte> State { get; init; }

    /// <summary>Without the state, which belongs in no log.</summary>
    public override string ToString() => $"{nameof(GiveTerraformState)} {Name}";
}

public sealed class GiveTerraformStateValidator : AbstractValidator<GiveTerraformState>
{
    public GiveTerraformStateValidator()
    {
        RuleFor(request => request.Name)
            .Must(name => !string.IsNullOrWhiteSpace(name) && !name.Any(char.IsControl)).WithMessage("Say how the state is called, like 'orders, production'.")
            .MaximumLength(100).WithMessage("A name has at most 100 characters.");
        RuleFor(request => request.State)
            .Must(state => state.Length > 0).WithMessage("The state is empty.")
            .Must(state => state.Length <= GiveTerraformState.MaxBytes).WithMessage("A state has at most 15 MB here. What is not of API Gateway can be left out of it before: the example script does so.");
    }
}

/// <summary>Takes a state of Terraform away from a connection. What it alone named is nobody's again.</summary>
[Demands(Policies.ManageConnections)]
public sealed record TakeTerraformState(Guid ConnectionId, string Name) : IRequest<Nothing>;

/// <summary>Lists the states of Terraform that a connection was given, with what they name.</summary>
[Demands(Policies.ReadConnections)]
public sealed record ListTerraformStates(Guid ConnectionId) : IRequest<Page<TerraformStateView>>;

public sealed record TerraformStateView
{
    /// <summary>How many things are listed.</summary>
    public const int Shown = 500;

    public required string Name { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>How many things it names.</summary>
    public required int Total { get; init; }

    /// <summary>The first 500 of them.</summary>
    public required IReadOnlyList<TerraformThingView> Things { get; init; }
}

/// <param name="Path">AWS's path to it: "restapis/abc/stages/prod".</param>
/// <param name="Address">Of the resource: "module.shop.aws_api_gateway_stage.prod".</param>
public sealed record TerraformThingView(string Path, string Address);

public sealed record GivenTerraformState
{
    public required TerraformStateView State { get; init; }

    /// <summary>How many of its resources are in other Regions, and left out.</summary>
    public required int Elsewhere { get; init; }

    /// <summary>How many imported things are Terraform's by it.</summary>
    public required int Imported { get; init; }
}
