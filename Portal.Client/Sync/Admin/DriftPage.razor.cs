using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Client.Sync.Admin;

/// <summary>What was found where AWS is not as the portal left it. Its address says what of it is shown: what is open, unless it says otherwise.</summary>
public sealed partial class DriftPage
{
    private const int Size = 25;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private FindingState? _state;
    private int _page = 1;
    private (FindingState?, string?, Guid?, int)? _loaded;
    private bool _following;
    private string? _said;
    private Refusal? _refusal;

    /// <summary>"All" is every state.</summary>
    [SupplyParameterFromQuery]
    public string? State { get; set; }

    /// <summary>What the findings are about: "RestApi/ID", "UsagePlan/ID".</summary>
    [SupplyParameterFromQuery]
    public string? Subject { get; set; }

    [SupplyParameterFromQuery]
    public Guid? Connection { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public string? PageText { get; set; }

    [PersistentState]
    public Load<Page<FindingView>>? Findings { get; set; }

    [PersistentState]
    public Load<DriftStatus>? Status { get; set; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    private (FindingState?, string?, Guid?, int) Wanted => (_state, Subject, Connection, _page);

    protected override async Task OnParametersSetAsync()
    {
        _state = State is null ? FindingState.Open : Enum.TryParse<FindingState>(State, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null;
        _page = ListPage.Of(PageText);

        if (_loaded is null && Findings is not null && Status is not null)
        {
            _loaded = Wanted;
        }

        if (_loaded != Wanted)
        {
            await LoadAsync();
        }
    }

    // Only where there is a circuit to tell: prerendering shows how things are and goes.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_following && Status is Load<DriftStatus>.Ready({ Waiting: > 0 }))
        {
            await FollowAsync();
        }
    }

    private async Task LoadAsync()
    {
        var asked = Wanted;
        _loaded = asked;
        var status = await Portal.SendAsync(new GetDriftStatus { Subject = Subject, Connection = Connection }, Leaving);
        var findings = await Portal.SendAsync(new ListDrift { State = _state, Subject = Subject, Connection = Connection, Skip = (_page - 1) * Size, Take = Size }, Leaving);

        if (asked == Wanted)
        {
            (Status, Findings) = (status, findings);
        }
    }

    private async Task CheckAsync()
    {
        (_said, _refusal) = (null, null);

        switch (await Portal.SendAsync(new CheckDrift { Subject = Subject, Connection = Connection }, Leaving))
        {
            case Answer<DriftStatus>.Given(var status):
                Status = new Load<DriftStatus>.Ready(status);
                await FollowAsync();
                break;
            case Answer<DriftStatus>.Refused(var refusal):
                _refusal = refusal;
                break;
        }
    }

    private async Task FollowAsync()
    {
        _following = true;
        try
        {
            using var timer = new PeriodicTimer(Pause, Clock);

            while (Status is Load<DriftStatus>.Ready({ Waiting: > 0 }) && await timer.WaitForNextTickAsync(Leaving))
            {
                // An answer that does not come now may come next time; what is shown stays.
                if (await Portal.SendAsync(new GetDriftStatus { Subject = Subject, Connection = Connection }, Leaving) is Answer<DriftStatus>.Given(var status))
                {
                    Status = new Load<DriftStatus>.Ready(status);
                    StateHasChanged();
                }
            }

            await LoadAsync();
            StateHasChanged();
        }
        finally
        {
            _following = false;
        }
    }

    private async Task DoneAsync(string said)
    {
        (_said, _refusal) = (said, null);
        await LoadAsync();
    }

    /// <summary>Of each thing of which several places are open the first, where the page is about one: an API is shown with what is said of it.</summary>
    private IEnumerable<FindingView> Several(IReadOnlyList<FindingView> findings) => Subject is null ? [] :
        from finding in findings
        where finding.State is FindingState.Open
        group finding by finding.Subject into places
        where places.Count() > 1
        select places.First();

    private static string Address(string? state, string? subject, Guid? connection, int page) => Ui.Address.Of(
        "drift",
        ("state", state is "" ? "All" : state),
        ("subject", subject),
        ("connection", connection?.ToString()),
        ("page", ListPage.Word(page)));
}
