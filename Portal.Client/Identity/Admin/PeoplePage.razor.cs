using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Client.Identity.Admin;

/// <summary>Everyone with an account.</summary>
public sealed partial class PeoplePage
{
    [PersistentState]
    public Load<Page<PersonView>>? People { get; set; }

    protected override async Task OnInitializedAsync() => People ??= await Portal.SendAsync(new ListPeople(), Leaving);

    private async Task LoadAsync() => People = await Portal.SendAsync(new ListPeople(), Leaving);
}
