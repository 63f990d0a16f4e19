using FluentValidation;

namespace Portal.Shared.Identity;

/// <summary>Signs somebody in with a cookie. Wrong name and wrong password are one answer.</summary>
[Demands(Policies.Anyone)]
[Limited(60)]
public sealed record SignIn : IRequest<Nothing>
{
    public required string Email { get; init; }

    public required string Password { get; init; }

    /// <summary>Keep the cookie after the browser is closed.</summary>
    public bool Remember { get; init; }

    public override string ToString() => $"{nameof(SignIn)} {{ {Email} }}";
}

public sealed class SignInValidator : AbstractValidator<SignIn>
{
    public SignInValidator()
    {
        RuleFor(request => request.Email).NotEmpty().WithMessage("Say the e-mail address.").MaximumLength(256);
        RuleFor(request => request.Password).NotEmpty().WithMessage("Say the password.").MaximumLength(200);
    }
}

/// <summary>Takes the cookie away.</summary>
[Demands(Policies.Anyone)]
public sealed record SignOut : IRequest<Nothing>;
