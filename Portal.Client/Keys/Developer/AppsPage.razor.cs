using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Keys;

namespace Portal.Client.Keys.Developer;

/// <summary>One's own apps, and making another.</summary>
public sealed partial class AppsPage
{
    private FormErrors _errors = null!;
    private Load<Page<AppRow>>? _apps;

    [SupplyParameterFromForm]
    public AppDraft Draft { get => field ??= new(); set; }

    protected override async Task OnInitializedAsync() => _apps = await Portal.SendAsync(new ListApps(), Leaving);

    private async Task MakeAsync()
    {
        switch (await Portal.SendAsync(new CreateApp { Name = Draft.Name ?? "", Description = Draft.Description ?? "" }, Leaving))
        {
            case Answer<AppView>.Given(var app):
                Navigation.NavigateTo($"apps/{app.Id}");
                break;
            case Answer<AppView>.Refused(var refusal):
                _errors.Show(refusal);
                break;
        }
    }
}

/// <summary>What is typed of an app.</summary>
public sealed class AppDraft
{
    public string? Name { get; set; }

    public string? Description { get; set; }

    public int Version { get; set; }
}
