using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Identity;

namespace Portal.Client.Catalog.Admin;

/// <summary>Makes an API of a document. Where all goes well, one click.</summary>
public sealed partial class ImportPage
{
    private Guid _team;
    private string _name = "";
    private Protocol _protocol = Protocol.Rest;
    private Refusal? _refusal;
    private bool _busy;

    [SupplyParameterFromQuery]
    public string? Tab { get; set; }

    [PersistentState]
    public Load<Page<TeamView>>? Teams { get; set; }

    private string ProtocolHint => _protocol switch
    {
        Protocol.Http => "HTTP APIs have no API keys, request validation and mocks; what is lost is listed afterwards.",
        Protocol.WebSocket => "Its paths are its routes: /$connect, /$disconnect, /$default and what messages name, each with x-amazon-apigateway-any-method.",
        _ => "Everything API Gateway can do. It never changes.",
    };

    protected override async Task OnInitializedAsync()
    {
        Teams ??= await Portal.SendAsync(new ListTeams(), Leaving);
        TakeFirst();
    }

    private async Task LoadAsync()
    {
        Teams = await Portal.SendAsync(new ListTeams(), Leaving);
        TakeFirst();
    }

    private void TakeFirst()
    {
        if (Teams is Load<Page<TeamView>>.Ready({ Items: [var first, ..] }))
        {
            _team = first.Id;
        }
    }

    private async Task ImportAsync(DocumentSource document)
    {
        (_busy, _refusal) = (true, null);
        switch (await Portal.SendAsync(new ImportApi { TeamId = _team, Document = document, Protocol = _protocol, Name = _name.Trim() is { Length: > 0 } name ? name : null }, Leaving))
        {
            case Answer<RevisedApi>.Given({ Api.Id: var id }):
                Navigation.NavigateTo($"apis/{id}");
                break;
            case Answer<RevisedApi>.Refused(var refusal):
                _refusal = refusal;
                break;
        }

        _busy = false;
    }
}
