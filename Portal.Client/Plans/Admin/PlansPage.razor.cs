using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Plans;

namespace Portal.Client.Plans.Admin;

/// <summary>Every usage plan that one reaches, to search. What is shown stands in the address.</summary>
public sealed partial class PlansPage
{
    private const int Size = 25;
    private const int Named = 3;

    private readonly HashSet<string> _picked = [];
    private int _page = 1;
    private Guid? _api;
    private (string?, Guid?, int)? _loaded;

    [SupplyParameterFromQuery(Name = "q")]
    public string? Words { get; set; }

    /// <summary>The id of an API: only plans with one of its stages.</summary>
    [SupplyParameterFromQuery]
    public string? Api { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public string? PageText { get; set; }

    [PersistentState]
    public Load<Page<UsagePlanRow>>? Plans { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        _api = Guid.TryParse(Api, out var api) ? api : null;
        _page = ListPage.Of(PageText);

        // What came over from prerendering is for this address.
        if (_loaded is null && Plans is not null)
        {
            _loaded = (Words, _api, _page);
        }

        if (_loaded != (Words, _api, _page))
        {
            await LoadAsync();
        }
    }

    private static string Stages(UsagePlanRow plan) => plan.Stages.Count switch
    {
        0 => "None",
        <= Named => string.Join(", ", plan.Stages.Select(stage => $"{stage.Api} {stage.Stage}")),
        var count => $"{string.Join(", ", plan.Stages.Take(Named - 1).Select(stage => $"{stage.Api} {stage.Stage}"))} and {count - Named + 1} more",
    };

    private async Task LoadAsync()
    {
        var asked = (Words, _api, _page);
        _loaded = asked;
        var plans = await Portal.SendAsync(new ListUsagePlans { Search = Words, ApiId = _api, Skip = (_page - 1) * Size, Take = Size }, Leaving);

        // Of two searches on the way, the later is shown.
        if (asked == (Words, _api, _page))
        {
            Plans = plans;
        }
    }

    private string At(string? words, int page) =>
        Address.Of("plans", ("q", words), ("api", Api), ("page", ListPage.Word(page)));
}
