using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Keys;

namespace Portal.Client.Keys.Developer;

/// <summary>One app: its subscriptions and keys, and what can be done with them. One form holds all buttons, so that what was pressed twice still finds it.</summary>
public sealed partial class AppPage
{
    private FormErrors _errors = null!;
    private Load<AppView>? _app;
    private IReadOnlyDictionary<Guid, ApiKeyUsage> _usage = new Dictionary<Guid, ApiKeyUsage>();
    private IssuedApiKey? _issued;
    private string? _done;
    private Refusal? _refused;

    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    /// <summary>What was pressed: the deed, what it is about, and more.</summary>
    [SupplyParameterFromForm(Name = "deed", FormName = "deeds")]
    public string? Deed { get; set; }

    [SupplyParameterFromForm(FormName = "change")]
    public AppDraft? Draft { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var answer = await Portal.SendAsync(new GetApp(Id), Leaving);
        _app = answer;

        switch (answer)
        {
            case Answer<AppView>.Refused({ Kind: RefusalKind.NotFound }):
                Navigation.NotFound();
                break;
            case Answer<AppView>.Given(var app):
                Draft ??= new AppDraft { Name = app.Name, Description = app.Description, Version = app.Version };
                await LoadUsageAsync(app);
                break;
        }
    }

    /// <summary>Of the keys that work. What API Gateway does not say just now is left out, and said there.</summary>
    private async Task LoadUsageAsync(AppView app)
    {
        var usage = new Dictionary<Guid, ApiKeyUsage>();

        foreach (var key in app.Subscriptions.SelectMany(subscription => subscription.Keys).Where(key => key.State is ApiKeyState.Active or ApiKeyState.Rotating))
        {
            if (await Portal.SendAsync(new GetApiKeyUsage(key.Id), Leaving) is Answer<ApiKeyUsage>.Given(var found))
            {
                usage[key.Id] = found;
            }
        }

        _usage = usage;
    }

    /// <summary>Keys are issued for as long as the browser waits: one that nobody would see is not.</summary>
    private Task DoAsync() => Deed?.Split('/') switch
    {
        ["issue", var id] when Guid.TryParse(id, out var subscription) =>
            SendAsync(new IssueApiKey { SubscriptionId = subscription }, Show("The key is issued"), Http.RequestAborted),
        ["rotate", var id, var hours] when Guid.TryParse(id, out var key) && int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out var overlap) =>
            SendAsync(new RotateApiKey { Id = key, OverlapHours = overlap }, Show("The new key is issued; the old one works beside it for a while"), Http.RequestAborted),
        ["revoke", var id] when Guid.TryParse(id, out var key) =>
            SendAsync(new RevokeOwnApiKey(key), revoked => _done = revoked.IsEnding ? $"The key …{revoked.LastFour} is being revoked" : $"The key …{revoked.LastFour} is revoked", Leaving),
        ["end", var id] when Guid.TryParse(id, out var subscription) =>
            SendAsync(new EndSubscription(subscription), _ => _done = "The subscription has ended, and its keys are revoked", Leaving),
        _ => Task.CompletedTask,
    };

    private Action<IssuedApiKey> Show(string words) => issued => (_issued, _done) = (issued, words);

    private async Task SendAsync<T>(IRequest<T> deed, Action<T> then, CancellationToken waiting)
    {
        switch (await Portal.SendAsync(deed, waiting))
        {
            case Answer<T>.Given(var given):
                then(given);
                break;
            case Answer<T>.Refused(var refusal):
                _refused = refusal;
                break;
        }

        await LoadAsync();
    }

    private async Task ChangeAsync()
    {
        switch (await Portal.SendAsync(new ChangeApp { Id = Id, Name = Draft!.Name ?? "", Description = Draft.Description ?? "", Version = Draft.Version }, Leaving))
        {
            case Answer<AppView>.Given:
                (Draft, _done) = (null, "The app is saved");
                await LoadAsync();
                break;
            case Answer<AppView>.Refused(var refusal):
                _errors.Show(refusal);
                break;
        }
    }

    private async Task DeleteAsync()
    {
        switch (_app is Load<AppView>.Ready(var app) ? await Portal.SendAsync(new DeleteApp(Id, app.Version), Leaving) : null)
        {
            case Answer<Nothing>.Given:
                Navigation.NavigateTo("apps");
                break;
            case Answer<Nothing>.Refused(var refusal):
                _refused = refusal;
                break;
        }
    }
}
