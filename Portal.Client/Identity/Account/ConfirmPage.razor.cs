using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Client.Identity.Account;

/// <summary>Where the link of the mail leads. It takes a press of a button: programs that look through mails open links too.</summary>
public sealed partial class ConfirmPage
{
    private Refusal? _refused;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    /// <summary>As text: a link that got broken is answered with a sentence.</summary>
    [SupplyParameterFromQuery]
    public string? Person { get; set; }

    [SupplyParameterFromQuery]
    public string? Token { get; set; }

    protected override void OnInitialized() => Http.Response.Headers.CacheControl = "no-cache, no-store";

    private async Task ConfirmAsync()
    {
        var request = new ConfirmAddress { Person = Guid.TryParse(Person, out var person) ? person : Guid.Empty, Token = Token is { Length: > 0 } token ? token : "none" };

        if (await Portal.SendAsync(request, Leaving) is Answer<Nothing>.Refused(var refusal))
        {
            _refused = refusal;
        }
        else
        {
            Navigation.NavigateTo("/account/sign-in?confirmed=true&returnUrl=%2Fcatalog");
        }
    }
}
