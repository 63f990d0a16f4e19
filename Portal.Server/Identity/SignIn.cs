using Microsoft.AspNetCore.Identity;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Server.Identity;

internal sealed class SignInHandler(PortalDb db, UserManager<User> users, SignInManager<User> signIn, IAuditTrail audit) : IHandler<SignIn, Nothing>
{
    public async Task<Answer<Nothing>> HandleAsync(SignIn request, CurrentUser user, CancellationToken cancellationToken)
    {
        var person = await users.FindByEmailAsync(request.Email);

        if (person is null || person.Suspended)
        {
            // As slow as a wrong password, so that the time taken does not tell who has an account.
            users.PasswordHasher.HashPassword(Stranger, request.Password);

            return Refusals.WrongSignIn;
        }

        // Only who knows the password hears that the address is not confirmed.
        var result = person.EmailConfirmed
            ? await signIn.PasswordSignInAsync(person, request.Password, request.Remember, lockoutOnFailure: true)
            : await CheckAsync(person, request.Password);

        audit.Record(CurrentUser.Portal with { Id = person.Id }, result.Succeeded ? "identity.sign-in" : "identity.sign-in-failed", person.Id.ToString());
        await db.SaveChangesAsync(cancellationToken);

        return result switch
        {
            { Succeeded: true } => Nothing.AtAll,
            { IsLockedOut: true } => Refusals.LockedOut,
            { IsNotAllowed: true } => Refusals.Unconfirmed,
            _ => Refusals.WrongSignIn,
        };
    }

    private async Task<SignInResult> CheckAsync(User person, string password) =>
        await signIn.CheckPasswordSignInAsync(person, password, lockoutOnFailure: true) is { Succeeded: false } failed ? failed : SignInResult.NotAllowed;

    private static User Stranger { get; } = new() { DisplayName = "", Roles = Role.None, CreatedAt = default };
}
