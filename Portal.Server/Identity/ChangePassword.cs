using Microsoft.AspNetCore.Identity;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Server.Identity;

internal sealed class ChangePasswordHandler(UserManager<User> users, SignInManager<User> signIn, IAuditTrail audit, IHttpContextAccessor http) : IHandler<ChangePassword, Nothing>
{
    public async Task<Answer<Nothing>> HandleAsync(ChangePassword request, CurrentUser user, CancellationToken cancellationToken)
    {
        var person = await users.FindByIdAsync(user.Id.ToString()) ?? throw new InvalidOperationException("Whoever asks has an account.");

        audit.Record(user, "identity.change-password", user.Id.ToString());

        var result = await users.ChangePasswordAsync(person, request.Current, request.New);

        if (!result.Succeeded)
        {
            return result.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.PasswordMismatch))
                ? Refusals.WrongPassword
                : Platform.Refusals.Malformed(nameof(request.New), string.Join(' ', result.Errors.Select(error => error.Description)));
        }

        // Other sessions end with the old stamp; the one that asks goes on, if it has a cookie.
        if (http.HttpContext is { Response.HasStarted: false } context && context.User.Identity?.AuthenticationType == IdentityConstants.ApplicationScheme)
        {
            await signIn.RefreshSignInAsync(person);
        }

        return Nothing.AtAll;
    }
}
