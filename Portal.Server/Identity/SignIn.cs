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

        var result = await signIn.PasswordSignInAsync(person, request.Password, request.Remember, lockoutOnFailure: true);

        audit.Record(CurrentUser.Portal with { Id = person.Id }, result.Succeeded ? "identity.sign-in" : "identity.sign-in-failed", person.Id.ToString());
        await db.SaveChangesAsync(cancellationToken);

        return result switch
        {
            { Succeeded: true } => Nothing.AtAll,
            { IsLockedOut: true } => Refusals.LockedOut,
            _ => Refusals.WrongSignIn,
        };
    }

    private static User Stranger { get; } = new() { DisplayName = "", Roles = Role.None, CreatedAt = default };
}
