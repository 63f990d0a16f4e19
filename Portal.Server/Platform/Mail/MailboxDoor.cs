using Portal.Shared;

namespace Portal.Server.Platform.Mail;

/// <summary>
/// Who may see mails that were not sent. An administrator; and while nothing is here but the sandbox, whoever sits at the machine itself: that is somebody who tries the portal.
/// </summary>
internal sealed class MailboxDoor(MailOptions options, IOnlySandbox only, IHttpContextAccessor http)
{
    public bool IsDelivering => options.IsOn;

    public async Task<bool> IsOpenAsync(CurrentUser user, CancellationToken cancellationToken) => !options.IsOn
        && (user.Roles.HasFlag(Role.Admin)
            || (user.Roles is Role.None && http.HttpContext.IsFromThisMachine() && await only.IsOnlyAsync(cancellationToken)));
}
