using Microsoft.AspNetCore.Identity;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Server.Identity;

internal sealed class ConfirmPersonHandler(PortalDb db, UserManager<User> users, IAuditTrail audit) : IHandler<ConfirmPerson, PersonView>
{
    public async Task<Answer<PersonView>> HandleAsync(ConfirmPerson request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(request.Id.ToString()) is not { } person)
        {
            return Platform.Refusals.NotFound;
        }

        if (!person.EmailConfirmed)
        {
            person.EmailConfirmed = true;
            audit.Record(user, "identity.confirm-person", person.Id.ToString());
            await users.UpdateAsync(person);
        }

        return await db.ViewAsync(person.Id, cancellationToken);
    }
}
