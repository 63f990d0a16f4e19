using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Stages.Admin;
using Portal.Client.Ui;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>One API: what runs where, its routes, its document, its revisions and what is found in it, each under an address of its own.</summary>
public sealed partial class ApiPage
{
    private Guid _shown;
    private string? _said;
    private RevisedApi? _revised;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery]
    public string? Tab { get; set; }

    /// <summary>The number of the revision to look at; without it, the latest.</summary>
    [SupplyParameterFromQuery]
    public string? Revision { get; set; }

    /// <summary>Where in the document.</summary>
    [SupplyParameterFromQuery(Name = "line")]
    public string? LineText { get; set; }

    [PersistentState]
    public Load<ApiView>? Api { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    private string Here => Tab is "routes" or "security" or "validation" or "responses" or "document" or "revisions" or "findings" ? Tab : "";

    private int? Number => Positive(Revision);

    private int? Line => Positive(LineText);

    protected override async Task OnParametersSetAsync()
    {
        if (Api is null || (_shown != Guid.Empty && _shown != Id))
        {
            (Api, _said, _revised) = (null, null, null);
            await LoadAsync();
        }

        _shown = Id;
    }

    private static int? Positive(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static string Subtitle(ApiView api) => $"{api.Team.Name} · {api.Protocol.Word()}, {api.EndpointType.Word().ToLowerInvariant()} · revision {api.Latest.Number}";

    private static Tab[] Tabs(ApiView api) =>
    [
        new("", "Overview"),
        new("routes", "Routes", api.Latest.Operations),
        new("security", "Security"),
        new("validation", api.Protocol is Protocol.WebSocket ? "Models" : "Validation"),
        .. api.Protocol is Protocol.Rest ? [new Tab("responses", "Responses")] : Array.Empty<Tab>(),
        new("document", "Document"),
        new("revisions", "Revisions", api.Latest.Number),
        new("findings", "Findings", api.Findings.Errors + api.Findings.Warnings),
    ];

    private async Task LoadAsync() => Api = await Portal.SendAsync(new GetApi(Id), Leaving);

    private void Revised(RevisedApi revised)
    {
        (Api, _said, _revised) = (new Load<ApiView>.Ready(revised.Api), null, revised);
    }

    private async Task ChangeAsync(ApiView api)
    {
        if (await ChangeApiDialog.ShowAsync(Dialogs, api) is { } changed)
        {
            (Api, _said, _revised) = (new Load<ApiView>.Ready(changed), null, null);
        }
    }

    private async Task PublishAsync(ApiView api)
    {
        if (await PublishDialog.ShowAsync(Dialogs, api) is { } published)
        {
            (Api, _revised, _said) = (new Load<ApiView>.Ready(published), null, $"Published. {published.Audience.Hint()}");
        }
    }

    private Task DeployAsync(ApiView api) => DeployDialog.ShowAsync(Dialogs, api.Id, api.Name, api.Latest.Number);
}
