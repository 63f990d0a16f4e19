using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Audit;

namespace Portal.Client.Audit.Admin;

/// <summary>The auditor's page: searches the trail, and proves it in one click.</summary>
public sealed partial class AuditPage
{
    private static readonly (string Deed, string Text)[] Rooms =
    [
        ("platform", "Refused requests"), ("identity", "People and sign-in"), ("connections", "Connections"), ("catalog", "Catalog"), ("stages", "Stages"),
        ("plans", "Usage plans"), ("keys", "Apps and keys"), ("sync", "Changes in AWS"), ("audit", "The trail itself"),
    ];

    private AuditSearch _search = new();
    private AuditSearch? _loaded;
    private AuditVerdict? _verdict;
    private Refusal? _refusal;
    private bool _verifying;

    [SupplyParameterFromQuery(Name = "q")]
    public string? Words { get; set; }

    [SupplyParameterFromQuery]
    public string? Deed { get; set; }

    [SupplyParameterFromQuery]
    public string? By { get; set; }

    [SupplyParameterFromQuery]
    public string? From { get; set; }

    [SupplyParameterFromQuery]
    public string? Until { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public string? PageText { get; set; }

    [PersistentState]
    public Load<Page<AuditLine>>? Lines { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        _search = AuditSearch.Of(Words, Deed, By, From, Until, PageText);

        if (_loaded is null && Lines is not null)
        {
            _loaded = _search;
        }

        if (_loaded != _search)
        {
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        var asked = _search;
        _loaded = asked;
        var lines = await Portal.SendAsync(asked.ToRequest(), Leaving);

        if (asked == _search)
        {
            Lines = lines;
        }
    }

    private void Go(AuditSearch search) => Navigation.NavigateTo(search.Address, replace: true);

    private async Task VerifyAsync()
    {
        (_verifying, _verdict, _refusal) = (true, null, null);

        switch (await Portal.SendAsync(new VerifyAudit(), Leaving))
        {
            case Answer<AuditVerdict>.Given(var verdict):
                _verdict = verdict;
                break;
            case Answer<AuditVerdict>.Refused(var refusal):
                _refusal = refusal;
                break;
        }

        _verifying = false;
        await LoadAsync();
    }
}
