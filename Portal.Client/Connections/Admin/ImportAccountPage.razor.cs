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
    /// <summary>So that a person sees how far it is.</summary>
    private const int AtATime = 5;

    private readonly HashSet<string> _apis = [];
    private readonly HashSet<string> _plans = [];
    private readonly HashSet<string> _things = [];
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

    private bool IsNothingChosen => _apis.Count + _plans.Count + _things.Count is 0;

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
            ChooseAllNew(preview, true);
            _plans.UnionWith(preview.UsagePlans.Where(plan => plan.Standing is FoundStanding.New).Select(plan => plan.AwsId));
            _things.UnionWith(preview.Things.Where(thing => thing.Standing is FoundStanding.New).Select(thing => thing.Path));
        }
    }

    /// <summary>REST APIs, then HTTP APIs, then WebSocket APIs.</summary>
    private static IReadOnlyList<FoundApiView> Apis(ImportPreview preview) => [.. preview.RestApis, .. preview.HttpApis, .. preview.WebSocketApis];

    private static bool CanBeChosen(FoundStanding standing) => standing is FoundStanding.New or FoundStanding.Changed;

    private bool CanAdopt(ImportPreview preview) => !IsNothingChosen || preview.ToAdopt > 0;

    private bool AreAllNew(ImportPreview preview) => Apis(preview).Where(api => api.Standing is FoundStanding.New).All(api => _apis.Contains(api.AwsId)) && _apis.Count > 0;

    private void ChooseAllNew(ImportPreview preview, bool isChosen)
    {
        foreach (var api in Apis(preview).Where(api => api.Standing is FoundStanding.New))
        {
            Choose(_apis, api.AwsId, isChosen);
        }
    }

    private static void Choose(HashSet<string> chosen, string id, bool isChosen)
    {
        if (isChosen)
        {
            chosen.Add(id);
        }
        else
        {
            chosen.Remove(id);
        }
    }

    private static string Summary(ImportPreview preview)
    {
        var fresh = Apis(preview).Count(api => api.Standing is FoundStanding.New);

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(preview.RestApis.Count, "REST API")}, {Count(preview.HttpApis.Count, "HTTP API")}, {Count(preview.WebSocketApis.Count, "WebSocket API")} ({fresh} new), {Count(preview.UsagePlans.Count, "usage plan")}, {Count(preview.Keys, "API key")}. Values of keys are never asked for.");
    }

    private static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count is 1 ? "" : "s")}");

    private async Task ImportAsync(ImportPreview preview, bool adopt)
    {
        var apis = Apis(preview).Where(api => _apis.Contains(api.AwsId)).ToList();
        var things = new List<ImportedView>();
        (_busy, _refusal, _done, _all) = (true, null, 0, apis.Count + (_plans.Count + _things.Count > 0 ? 1 : 0));

        foreach (var chunk in apis.Chunk(AtATime))
        {
            Say($"Reading {string.Join(", ", chunk.Select(api => api.Name))}");

            if (!await TakeAsync(new ImportAccount { ConnectionId = Id, TeamId = _team, RestApis = Ids(chunk, preview.RestApis), HttpApis = Ids(chunk, preview.HttpApis), WebSocketApis = Ids(chunk, preview.WebSocketApis) }, things))
            {
                return;
            }

            _done += chunk.Length;
        }

        if (_plans.Count + _things.Count > 0)
        {
            Say("Reading what is not an API");

            if (!await TakeAsync(new ImportAccount { ConnectionId = Id, TeamId = _team, UsagePlans = [.. _plans], Things = [.. _things] }, things))
            {
                return;
            }
        }

        await (adopt ? AdoptAsync(things) : ShowAsync(things));
        _busy = false;
    }

    private static List<string> Ids(FoundApiView[] chosen, IReadOnlyList<FoundApiView> kind) => [.. chosen.Intersect(kind).Select(api => api.AwsId)];

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
                await ShowAsync(things);
                break;
            case Answer<ProposedAdoption>.Given({ RunId: { } run }):
                // The third click approves it there.
                Navigation.NavigateTo($"runs/{run}?approve=true");
                break;
            case Answer<ProposedAdoption>.Given:
                await ShowAsync(things);
                break;
            case Answer<ProposedAdoption>.Refused(var refusal):
                _refusal = refusal;
                break;
        }
    }

    private Task ShowAsync(List<ImportedView> things)
    {
        _report = new ImportReport { Things = things };

        return Task.CompletedTask;
    }

    private void Say(string progress)
    {
        _progress = progress;
        StateHasChanged();
    }
}
