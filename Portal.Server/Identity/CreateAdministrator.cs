using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Server.Identity;

internal sealed class CreateAdministratorHandler(PortalDb db, FirstAdministrator first, SetupCode code, SignInManager<User> signIn)
    : IHandler<CreateAdministrator, Nothing>
{
    public async Task<Answer<Nothing>> HandleAsync(CreateAdministrator request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await db.Set<User>().AnyAsync(cancellationToken))
        {
            return Refusals.AlreadySetUp;
        }

        if (!code.Accepts(request.Code))
        {
            return Refusals.WrongCode;
        }

        return await first.CreateAsync(request.Email, request.DisplayName, request.Password, cancellationToken) switch
        {
            Answer<User>.Given(var administrator) => await SignInAsync(administrator),
            Answer<User>.Refused(var refusal) => refusal,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<Answer<Nothing>> SignInAsync(User administrator)
    {
        await signIn.SignInAsync(administrator, isPersistent: false);

        return Nothing.AtAll;
    }
}
