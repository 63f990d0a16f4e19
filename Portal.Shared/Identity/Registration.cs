using FluentValidation;

namespace Portal.Shared.Identity;

/// <summary>Asks whether developers may register themselves, and how their mails reach them.</summary>
[Demands(Policies.Anyone)]
public sealed record GetRegistration : IRequest<RegistrationView>;

public sealed record RegistrationView
{
    public required bool IsOpen { get; init; }

    public required MailWay Mails { get; init; }
}

/// <summary>How a person gets the portal's mails.</summary>
public enum MailWay
{
    /// <summary>A mail server delivers them.</summary>
    Delivered,

    /// <summary>Whoever asks can read them on the page /mailbox.</summary>
    Mailbox,

    /// <summary>No mail server is set; an administrator reads the mailbox.</summary>
    Administrator,
}

/// <summary>Registers a developer, who confirms the address by mail. Whether there is an account already, the answer does not tell: the owner of the address gets a mail either way.</summary>
[Demands(Policies.Anyone)]
[Limited(20)]
public sealed record Register : IRequest<Nothing>
{
    public required string Email { get; init; }

    public required string DisplayName { get; init; }

    public required string Password { get; init; }

    public override string ToString() => nameof(Register);
}

public sealed class RegisterValidator : AbstractValidator<Register>
{
    public RegisterValidator()
    {
        RuleFor(request => request.Email).IsEmailAddress();
        RuleFor(request => request.DisplayName).IsDisplayName();
        RuleFor(request => request.Password).IsPassword();
    }
}

/// <summary>Confirms an address with the link of the mail. To do it twice does no harm.</summary>
[Demands(Policies.Anyone)]
[Limited(60)]
public sealed record ConfirmAddress : IRequest<Nothing>
{
    public required Guid Person { get; init; }

    public required string Token { get; init; }

    public override string ToString() => $"{nameof(ConfirmAddress)} {{ {Person} }}";
}

public sealed class ConfirmAddressValidator : AbstractValidator<ConfirmAddress>
{
    public ConfirmAddressValidator() => RuleFor(request => request.Token).NotEmpty().MaximumLength(4000);
}

/// <summary>Asks for the mail with the confirmation once more. The answer does not tell whether the address is known.</summary>
[Demands(Policies.Anyone)]
[Limited(20)]
public sealed record SendConfirmationAgain(string Email) : IRequest<Nothing>
{
    public override string ToString() => nameof(SendConfirmationAgain);
}

public sealed class SendConfirmationAgainValidator : AbstractValidator<SendConfirmationAgain>
{
    public SendConfirmationAgainValidator() => RuleFor(request => request.Email).IsEmailAddress();
}

/// <summary>Asks for a mail with a link to choose a new password. The answer does not tell whether the address is known.</summary>
[Demands(Policies.Anyone)]
[Limited(20)]
public sealed record ForgotPassword(string Email) : IRequest<Nothing>
{
    public override string ToString() => nameof(ForgotPassword);
}

public sealed class ForgotPasswordValidator : AbstractValidator<ForgotPassword>
{
    public ForgotPasswordValidator() => RuleFor(request => request.Email).IsEmailAddress();
}

/// <summary>Lets somebody in who registered, without the mail: an administrator vouches for the address.</summary>
[Demands(Policies.ManagePeople)]
public sealed record ConfirmPerson(Guid Id) : IRequest<PersonView>;

/// <summary>Sends somebody who registered the mail with the confirmation once more.</summary>
[Demands(Policies.ManagePeople)]
public sealed record SendConfirmation(Guid Id) : IRequest<Nothing>;
