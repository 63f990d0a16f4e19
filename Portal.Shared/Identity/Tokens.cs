using FluentValidation;

namespace Portal.Shared.Identity;

/// <summary>Makes a personal access token for the HTTP API. Its value is in this answer and nowhere else, ever.</summary>
[Demands(Policies.SignedIn)]
[Limited(60)]
public sealed record MakeToken : IRequest<MadeToken>
{
    /// <summary>What it is for, so that its owner knows it again.</summary>
    public required string Name { get; init; }

    /// <summary>1 to 365; null does not expire.</summary>
    public int? DaysValid { get; init; }
}

public sealed class MakeTokenValidator : AbstractValidator<MakeToken>
{
    public MakeTokenValidator()
    {
        RuleFor(request => request.Name).NotEmpty().WithMessage("Say what the token is for.").MaximumLength(100).WithMessage("At most 100 characters.");
        RuleFor(request => request.DaysValid).InclusiveBetween(1, 365).WithMessage("A token lives 1 to 365 days, or without end.");
    }
}

public sealed record MadeToken
{
    public required TokenView Token { get; init; }

    public required string Value { get; init; }

    public override string ToString() => $"{nameof(MadeToken)} {{ {Token.Name} }}";
}

/// <summary>Lists one's own tokens.</summary>
[Demands(Policies.SignedIn)]
public sealed record ListTokens : IRequest<Page<TokenView>>;

/// <summary>Ends one of one's own tokens at once.</summary>
[Demands(Policies.SignedIn)]
public sealed record RevokeToken(Guid Id) : IRequest<Nothing>;

public sealed record TokenView
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string LastFour { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? ExpiresAt { get; init; }

    public required DateTimeOffset? LastUsedAt { get; init; }
}
