using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Keys;

namespace Portal.Client.Keys.Developer;

/// <summary>From an API to a key in one form: plan, app, key. The key is in the answer to the form and nowhere else.</summary>
public sealed partial class GetKeyPage
{
    private const string NewApp = "new";

    private FormErrors _errors = null!;
    private Load<PlanOffers>? _offers;
    private IReadOnlyList<AppRow> _apps = [];
    private RequestedApiKey? _made;

    [Parameter]
    public Guid ApiId { get; set; }

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [SupplyParameterFromForm]
    public KeyDraft? Draft { get; set; }

    private IReadOnlyList<string> AppChoices => [.. _apps.Select(app => app.Id.ToString()), NewApp];

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        var offers = await Portal.SendAsync(new GetPlanOffers(ApiId), Leaving);
        _offers = offers;
        _apps = await Portal.SendAsync(new ListApps(), Leaving) is Answer<Page<AppRow>>.Given(var apps) ? apps.Items : [];

        switch (offers)
        {
            case Answer<PlanOffers>.Refused({ Kind: RefusalKind.NotFound }):
                Navigation.NotFound();
                break;
            case Answer<PlanOffers>.Given(var given):
                Draft ??= new KeyDraft { PlanId = given.Plans is [var first, ..] ? first.Id.ToString() : null, AppId = _apps is [var app, ..] ? app.Id.ToString() : NewApp, AppName = _apps is [] ? "My app" : null };
                break;
        }
    }

    /// <summary>For as long as the browser waits: a key that nobody would see is not issued.</summary>
    private async Task GetAsync()
    {
        var app = Guid.TryParse(Draft!.AppId, out var id) ? id : (Guid?)null;

        switch (await Portal.SendAsync(new RequestApiKey { PlanId = Guid.TryParse(Draft.PlanId, out var plan) ? plan : Guid.Empty, AppId = app, AppName = app is null ? Draft.AppName ?? "" : null }, Http.RequestAborted))
        {
            case Answer<RequestedApiKey>.Given(var made):
                _made = made;
                break;
            case Answer<RequestedApiKey>.Refused(var refusal):
                _errors.Show(refusal);
                break;
        }
    }

    private string AppText(string? choice) => _apps.FirstOrDefault(app => app.Id.ToString() == choice)?.Name ?? "A new app";

    public sealed class KeyDraft
    {
        public string? PlanId { get; set; }

        public string? AppId { get; set; }

        public string? AppName { get; set; }
    }
}
