using FluentValidation;

namespace Portal.Shared.Identity;

/// <summary>Lists the teams that one reaches: one's own, or all.</summary>
[Demands(Policies.SignedIn)]
public sealed record ListTeams : IRequest<Page<TeamView>>;

/// <summary>Makes a team. Its people are chosen on the page of each.</summary>
[Demands(Policies.ManagePeople)]
public sealed record CreateTeam : IRequest<TeamView>
{
    public required string Name { get; init; }
}

public sealed class CreateTeamValidator : AbstractValidator<CreateTeam>
{
    public CreateTeamValidator() => RuleFor(request => request.Name)
        .NotEmpty().WithMessage("Say the team's name.")
        .MaximumLength(100).WithMessage("At most 100 characters.");
}
