using FluentValidation;

namespace Portal.Shared.Identity;

/// <summary>Asks whether the portal still needs its first administrator.</summary>
[Demands(Policies.Anyone)]
public sealed record GetSetup : IRequest<SetupView>;

public sealed record SetupView
{
    /// <summary>True until there is a person with an account.</summary>
    public required bool NeedsAdministrator { get; init; }

    /// <summary>Whether the one-time code of the server's log is asked for: not from the machine itself.</summary>
    public required bool NeedsCode { get; init; }
}

/// <summary>Makes the first administrator and signs them in. Refused as soon as there is one.</summary>
[Demands(Policies.Anyone)]
[Limited(30)]
public sealed record CreateAdministrator : IRequest<Nothing>
{
    public required string Email { get; init; }

    public required string DisplayName { get; init; }

    public required string Password { get; init; }

    /// <summary>The one-time code from the server's log; not needed on the machine itself.</summary>
    public string? Code { get; init; }

    public override string ToString() => $"{nameof(CreateAdministrator)} {{ {Email} }}";
}

public sealed class CreateAdministratorValidator : AbstractValidator<CreateAdministrator>
{
    public CreateAdministratorValidator()
    {
        RuleFor(request => request.Email).IsEmailAddress();
        RuleFor(request => request.DisplayName).IsDisplayName();
        RuleFor(request => request.Password).IsPassword();
    }
}
