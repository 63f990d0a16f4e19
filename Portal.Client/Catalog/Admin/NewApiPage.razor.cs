using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Identity;

namespace Portal.Client.Catalog.Admin;

/// <summary>Defines an API without a document.</summary>
public sealed partial class NewApiPage
{
    private readonly Draft _draft = new();
    private FormErrors _errors = null!;
    private bool _busy;

    [PersistentState]
    public Load<Page<TeamView>>? Teams { get; set; }

    private CreateApi Request => new()
    {
        TeamId = _draft.TeamId,
        Name = _draft.Name ?? "",
        Description = _draft.Description ?? "",
        Protocol = _draft.Protocol,
        EndpointType = _draft.EndpointType,
    };

    protected override async Task OnInitializedAsync()
    {
        Teams ??= await Portal.SendAsync(new ListTeams(), Leaving);
        TakeFirst();
    }

    private static string Help(Protocol protocol) => protocol switch
    {
        Protocol.Rest => "Everything API Gateway can do: API keys, usage plans, request validation, mocks, caching.",
        Protocol.Http => "Cheaper and faster: proxies, JWT and Lambda authorizers, CORS. HTTP APIs have no API keys, usage plans, request validation, mocks and caching.",
        Protocol.WebSocket => "A connection that stays open both ways; each message names its route.",
        _ => throw new UnreachableException(),
    };

    private static string Help(EndpointType type) => type switch
    {
        EndpointType.Regional => "Served in the connection's Region. Right for most.",
        EndpointType.Edge => "Served through CloudFront, near callers around the world.",
        EndpointType.Private => "Reached only from inside your network (VPC endpoints); it needs a resource policy.",
        _ => throw new UnreachableException(),
    };

    private async Task LoadAsync()
    {
        Teams = await Portal.SendAsync(new ListTeams(), Leaving);
        TakeFirst();
    }

    private void TakeFirst()
    {
        if (Teams is Load<Page<TeamView>>.Ready({ Items: [var first, ..] }))
        {
            _draft.TeamId = first.Id;
        }
    }

    private async Task CreateAsync()
    {
        _busy = true;
        switch (await Portal.SendAsync(Request, Leaving))
        {
            case Answer<ApiView>.Given({ Id: var id }):
                Navigation.NavigateTo($"apis/{id}?tab=routes");
                break;
            case Answer<ApiView>.Refused(var refusal):
                _errors.Show(refusal);
                break;
        }

        _busy = false;
    }

    private sealed class Draft
    {
        public string? Name { get; set; }

        public string? Description { get; set; }

        public Guid TeamId { get; set; }

        public Protocol Protocol { get; set; }

        public EndpointType EndpointType { get; set; }
    }
}
