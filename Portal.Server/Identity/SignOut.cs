using Microsoft.AspNetCore.Identity;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Server.Identity;

internal sealed class SignOutHandler(SignInManager<User> signIn) : IHandler<SignOut, Nothing>
{
    public async Task<Answer<Nothing>> HandleAsync(SignOut request, CurrentUser user, CancellationToken cancellationToken)
    {
        await signIn.SignOutAsync();

        return Nothing.AtAll;
    }
}
