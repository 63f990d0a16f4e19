using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Keys;

namespace Portal.Client.Keys.Admin;

/// <summary>The inventory of keys and the subscriptions, for those who sell the plans.</summary>
public sealed partial class KeysPage
{
    private const int Size = 50;
    private const string Subscribing = "subscriptions";

    private static readonly IReadOnlyList<Tab> Tabs = [new("", "Keys"), new(Subscribing, "Subscriptions")];

    private ApiKeyState? _state;
    private (string?, string?, string?, int)? _loaded;
    private Refusal? _refused;
    private bool _busy;

    [SupplyParameterFromQuery]
    public string? Tab { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    [SupplyParameterFromQuery]
    public string? State { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public string? PageText { get; set; }

    [PersistentState]
    public Load<Page<ApiKeyRow>>? Keys { get; set; }

    [PersistentState]
    public Load<Page<SubscriptionRow>>? Subscriptions { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    private int Number => ListPage.Of(PageText);

    private (string?, string?, string?, int) Asked => (Tab, Search, State, Number);

    protected override async Task OnParametersSetAsync()
    {
        _state = Enum.TryParse<ApiKeyState>(State, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null;

        if (_loaded is null && (Tab is Subscribing ? Subscriptions is not null : Keys is not null))
        {
            _loaded = Asked;
        }

        if (_loaded != Asked)
        {
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        var asked = Asked;
        _loaded = asked;

        if (Tab is Subscribing)
        {
            var subscriptions = await Portal.SendAsync(new ListSubscriptions { Skip = (Number - 1) * Size, Take = Size }, Leaving);
            Subscriptions = asked == Asked ? subscriptions : Subscriptions;
        }
        else
        {
            var keys = await Portal.SendAsync(new ListApiKeys { Search = Search, State = _state, Skip = (Number - 1) * Size, Take = Size }, Leaving);
            Keys = asked == Asked ? keys : Keys;
        }
    }

    private Task ApproveAsync(SubscriptionRow subscription) => SendAsync(new ApproveSubscription(subscription.Id));

    private async Task RefuseAsync(SubscriptionRow subscription)
    {
        if (await ReasonDialog.AskAsync(Dialogs, "Refuse the subscription?", $"{subscription.Owner} is told that '{subscription.App}' may not use {subscription.Plan}, and why. They may ask again.", "Refuse") is { } reason)
        {
            await SendAsync(new RefuseSubscription { Id = subscription.Id, Reason = reason });
        }
    }

    private async Task RevokeAsync(ApiKeyRow key)
    {
        if (await ReasonDialog.AskAsync(Dialogs, "Revoke the key?", $"Calls of '{key.App}' with the key that ends with {key.LastFour} are refused within minutes. It never works again. {key.Owner} reads why.", "Revoke") is { } reason)
        {
            await SendAsync(new RevokeApiKey { Id = key.Id, Reason = reason });
        }
    }

    private async Task SendAsync<T>(IRequest<T> deed)
    {
        (_busy, _refused) = (true, null);
        StateHasChanged();
        _refused = await Portal.SendAsync(deed, Leaving) is Answer<T>.Refused(var refusal) ? refusal : null;
        await LoadAsync();
        _busy = false;
    }

    private string Address(string? search, string? state, int page) => Ui.Address.Of(
        "keys",
        ("tab", Tab),
        ("q", search),
        ("state", state),
        ("page", ListPage.Word(page)));
}
