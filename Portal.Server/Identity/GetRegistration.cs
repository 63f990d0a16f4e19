using Portal.Server.Platform;
using Portal.Server.Platform.Mail;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Server.Identity;

internal sealed class GetRegistrationHandler(DevelopersOptions options, MailboxDoor mailbox) : IHandler<GetRegistration, RegistrationView>
{
    public async Task<Answer<RegistrationView>> HandleAsync(GetRegistration request, CurrentUser user, CancellationToken cancellationToken) => new RegistrationView
    {
        IsOpen = options.Registration is Registration.Open,
        Mails = mailbox.IsDelivering ? MailWay.Delivered : await mailbox.IsOpenAsync(user, cancellationToken) ? MailWay.Mailbox : MailWay.Administrator,
    };
}
