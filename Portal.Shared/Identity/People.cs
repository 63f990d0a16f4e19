using System.Text.Json.Serialization;
using FluentValidation;

namespace Portal.Shared.Identity;

/// <summary>Lists everyone with an account, by name.</summary>
[Demands(Policies.ManagePeople)]
public sealed record ListPeople : IRequest<Page<PersonView>>;

/// <summary>Reads one person.</summary>
[Demands(Policies.ManagePeople)]
public sealed record GetPerson(Guid Id) : IRequest<PersonView>;

/// <summary>Adds a person with roles and teams. They choose their password with the one-time link in the answer.</summary>
[Demands(Policies.ManagePeople)]
public sealed record AddPerson : IRequest<Invitation>
{
    public required string Email { get; init; }

    public required string DisplayName { get; init; }

    public required IReadOnlyList<Role> Roles { get; init; }

    public IReadOnlyList<Guid> Teams { get; init; } = [];
}

public sealed class AddPersonValidator : AbstractValidator<AddPerson>
{
    public AddPersonValidator()
    {
        RuleFor(request => request.Email).IsEmailAddress();
        RuleFor(request => request.DisplayName).IsDisplayName();
        RuleFor(request => request.Roles).NotEmpty().WithMessage("Give at least one role.");
        RuleForEach(request => request.Roles).Must(Portal.Shared.Roles.All.Contains).WithMessage("There is no such role.");
    }
}

/// <summary>Changes what a person may do. Nobody takes the administrator's role from the last one.</summary>
[Demands(Policies.ManagePeople)]
public sealed record ChangePerson : IRequest<PersonView>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    public required string DisplayName { get; init; }

    public required IReadOnlyList<Role> Roles { get; init; }

    public required IReadOnlyList<Guid> Teams { get; init; }

    public required bool Suspended { get; init; }

    /// <summary>As read, so that another's change is not overwritten.</summary>
    public required string Stamp { get; init; }
}

public sealed class ChangePersonValidator : AbstractValidator<ChangePerson>
{
    public ChangePersonValidator()
    {
        RuleFor(request => request.DisplayName).IsDisplayName();
        RuleFor(request => request.Roles).NotEmpty().WithMessage("Give at least one role.");
        RuleForEach(request => request.Roles).Must(Portal.Shared.Roles.All.Contains).WithMessage("There is no such role.");
        RuleFor(request => request.Stamp).NotEmpty();
    }
}

/// <summary>Makes a new one-time link for a person who lost theirs, or their password. The one before is void.</summary>
[Demands(Policies.ManagePeople)]
public sealed record InviteAgain(Guid Id) : IRequest<Invitation>;

/// <summary>A one-time link to choose a password: shown to the administrator, who hands it on.</summary>
public sealed record Invitation
{
    public required PersonView Person { get; init; }

    /// <summary>Below the portal's own address.</summary>
    public required string Path { get; init; }

    public override string ToString() => $"{nameof(Invitation)} {{ {Person.Email} }}";
}

/// <summary>Chooses a password with a one-time link.</summary>
[Demands(Policies.Anyone)]
public sealed record AcceptInvitation : IRequest<Nothing>
{
    public required Guid Person { get; init; }

    public required string Token { get; init; }

    public required string Password { get; init; }

    public override string ToString() => $"{nameof(AcceptInvitation)} {{ {Person} }}";
}

public sealed class AcceptInvitationValidator : AbstractValidator<AcceptInvitation>
{
    public AcceptInvitationValidator()
    {
        RuleFor(request => request.Token).NotEmpty();
        RuleFor(request => request.Password).IsPassword();
    }
}

/// <summary>Changes one's own password.</summary>
[Demands(Policies.SignedIn)]
public sealed record ChangePassword : IRequest<Nothing>
{
    public required string Current { get; init; }

    public required string New { get; init; }

    public override string ToString() => nameof(ChangePassword);
}

public sealed class ChangePasswordValidator : AbstractValidator<ChangePassword>
{
    public ChangePasswordValidator()
    {
        RuleFor(request => request.Current).NotEmpty().WithMessage("Say the current password.").MaximumLength(200);
        RuleFor(request => request.New).IsPassword();
    }
}
