using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http;
using Portal.Client.Ui;
using Portal.Shared;

namespace Portal.Client.Identity.Account;

/// <summary>What would have been sent, where no mail server is set; else, for an administrator, what came of each mail.</summary>
public sealed partial class MailboxPage
{
    private const string Delivered = "urn:portal:platform:mail-is-delivered";

    private Load<Mailbox>? _mailbox;
    private Page<MailRow>? _mails;
    private Refusal? _retried;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Asker { get; set; }

    [Inject]
    public required IAuthorizationService Rules { get; init; }

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        var answer = await Portal.SendAsync(new OpenMailbox(), Leaving);
        _mailbox = answer;

        if (answer is Answer<Mailbox>.Refused({ Type: Delivered }) && (await Rules.AuthorizeAsync((await Asker).User, Policies.ManagePeople)).Succeeded)
        {
            await ListAsync();
        }
    }

    private async Task ListAsync() => _mails = await Portal.SendAsync(new ListMails { Take = 100 }, Leaving) is Answer<Page<MailRow>>.Given(var mails) ? mails : null;

    private async Task RetryAsync(Guid id)
    {
        _retried = await Portal.SendAsync(new RetryMail(id), Leaving) is Answer<Nothing>.Refused(var refusal) ? refusal : null;
        await ListAsync();
    }
}
