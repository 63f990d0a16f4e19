using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Connections;
using Portal.Shared.Identity;

namespace Portal.Client.Connections.Admin;

/// <summary>What an account and Region holds, against the portal; from here it is imported, and put forward for adoption.</summary>
public sealed partial class ImportAccountPage
{
    private readonly ImportChoice _choice = new();
    private Guid _team;
    private Refusal? _refusal;
    private ImportReport? _report;
    private Guid? _adoption;
    private string _progress = "";
    private int _done;
    private int _all;
    private bool _busy;
    private TimeSpan? _left;
    private string? _plain;

    [Parameter]
    public Guid Id { get; set; }

    [PersistentState]
    public Load<ConnectionView>? Connection { get; set; }

    [PersistentState]
    public Load<Page<TeamView>>? Teams { get; set; }

    public Load<ImportPreview>? Preview { get; set; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    protected override async Task OnInitializedAsync()
    {
        Connection ??= await Portal.SendAsync(new GetConnection(Id), Leaving);
        Teams ??= await Portal.SendAsync(new ListTeams(), Leaving);
    }

    // Calls for everything in an account take a while: the page is there before.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        Preview = await Portal.SendAsync(new PreviewImport(Id), Leaving);
        Begin();
        StateHasChanged();
        await LookOnAsync();
    }

    /// <summary>Some APIs at a time, so that the page tells how far it is. Whoever imports waits for none of it.</summary>
    private async Task LookOnAsync()
    {
        var (since, from) = (Clock.GetTimestamp(), Preview is Load<ImportPreview>.Ready(var first) ? first.Looked : 0);

        while (!_busy && _report is null && Preview is Load<ImportPreview>.Ready({ IsWhole: false } known))
        {
            switch (await Portal.SendAsync(new PreviewImport(Id) { LeftOut = known.Looked }, Leaving))
            {
                case Answer<ImportPreview>.Given(var next):
                    Preview = new Load<ImportPreview>.Ready(known.With(next));
                    _left = LeftOf(next, Clock.GetElapsedTime(since), from);
                    _plain = null;
                    break;
                case Answer<ImportPreview>.Refused(var refusal):
                    _plain = refusal.Title;
                    StateHasChanged();
                    return;
            }

            StateHasChanged();
        }
    }

    private static TimeSpan? LeftOf(ImportPreview next, TimeSpan passed, int from) => next.Looked > from ? passed / (next.Looked - from) * (next.Apis - next.Looked) : null;

    private string Looking(ImportPreview preview) => string.Create(
        CultureInfo.InvariantCulture,
        $"The stages of {preview.Looked:N0} of {preview.Apis:N0} APIs were looked at{(_plain is not null ? $". {_plain} The others are read when they are imported." : $"; the others follow{(_left is { TotalSeconds: > 5 } left ? $", which takes about {Said(left)} more" : "")}. Nobody has to wait for it: what is chosen is read whole when it is imported.")}");

    private static string Said(TimeSpan left) => left.TotalSeconds < 90 ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(left.TotalSeconds / 10) * 10:N0} seconds") : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(left.TotalMinutes):N0} minutes");

    /// <summary>What is new is chosen.</summary>
    private void Begin()
    {
        if (Teams is Load<Page<TeamView>>.Ready({ Items: [var first, ..] }) && _team == Guid.Empty)
        {
            _team = first.Id;
        }

        if (Preview is Load<ImportPreview>.Ready(var preview))
        {
            _choice.ChooseNew(preview);
        }
    }

    private bool CanAdopt(ImportPreview preview) => !_choice.IsEmpty || preview.ToAdopt > 0;

    private static string Summary(ImportPreview preview)
    {
        var fresh = ImportChoice.ApisOf(preview).Count(api => api.Standing is FoundStanding.New);

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Counts.Words(preview.RestApis.Count, "REST API")}, {Counts.Words(preview.HttpApis.Count, "HTTP API")}, {Counts.Words(preview.WebSocketApis.Count, "WebSocket API")} ({fresh} new), {Counts.Words(preview.UsagePlans.Count, "usage plan")}, {Counts.Words(preview.Keys, "API key")}. Values of keys are never asked for.");
    }

    private async Task ImportAsync(ImportPreview preview, bool adopt)
    {
        List<ImportPart> parts = [.. _choice.Parts(Id, _team, preview)];
        var things = new List<ImportedView>();
        (_busy, _refusal, _done, _all) = (true, null, 0, parts.Sum(part => part.Size));

        foreach (var part in parts)
        {
            Say(part.Words);

            if (!await TakeAsync(part.Request, things))
            {
                return;
            }

            _done += part.Size;
        }

        if (adopt)
        {
            await AdoptAsync(things);
        }
        else
        {
            Show(things);
        }

        _busy = false;
    }

    private async Task<bool> TakeAsync(ImportAccount request, List<ImportedView> things)
    {
        switch (await Portal.SendAsync(request, Leaving))
        {
            case Answer<ImportReport>.Given(var report):
                things.AddRange(report.Things);
                return true;
            case Answer<ImportReport>.Refused(var refusal):
                (_refusal, _busy) = (refusal, false);
                return false;
            default:
                return false;
        }
    }

    /// <summary>What is put on things in AWS is approved on its own page.</summary>
    private async Task AdoptAsync(List<ImportedView> things)
    {
        Say("Preparing the adoption");

        switch (await Portal.SendAsync(new ProposeAdoption { ConnectionId = Id, TeamId = _team }, Leaving))
        {
            case Answer<ProposedAdoption>.Given({ RunId: { } run }) when things.Exists(thing => thing.Result is ImportResult.NotTaken):
                // Why something was not taken would be read by nobody on the run's page.
                _adoption = run;
                Show(things);
                break;
            case Answer<ProposedAdoption>.Given({ RunId: { } run }):
                // The third click approves it there.
                Navigation.NavigateTo($"runs/{run}?approve=true");
                break;
            case Answer<ProposedAdoption>.Given:
                Show(things);
                break;
            case Answer<ProposedAdoption>.Refused(var refusal):
                _refusal = refusal;
                break;
        }
    }

    private void Show(List<ImportedView> things) => _report = new ImportReport { Things = things };

    private void Say(string progress)
    {
        _progress = progress;
        StateHasChanged();
    }
}
