using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Portal.Shared;
using Portal.Shared.Sync;
using Portal.Tests.Client.Ui;

namespace Portal.Tests.Client;

/// <summary>Where pages are drawn in tests: on a circuit, for somebody who may do everything, with a portal that answers what the test says.</summary>
public abstract class ScreenContext : UiContext
{
    protected ScreenContext()
    {
        Services.AddSingleton<IPortal>(Portal);
        Asker = AddAuthorization();
        Asker.SetAuthorized("Ada Lovelace");
        MayOnly(
            Policies.SignedIn, Policies.ReadCatalog, Policies.EditCatalog, Policies.EditStages, Policies.PreviewChanges,
            Policies.ReadPlans, Policies.EditPlans, Policies.RevokeKeys, Policies.ApplyChanges, Policies.ReadConnections, Policies.ManageConnections, Policies.ManagePeople);
        // Pages of things say whether these have drifted: here nothing has, unless a test says so.
        Portal.On<GetDriftStatus, DriftStatus>(Given.NoDrift);
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    internal FakePortal Portal { get; } = new();

    protected BunitAuthorizationContext Asker { get; }

    /// <summary>Where somebody is by now; there must be such a page.</summary>
    protected string Place
    {
        get
        {
            var navigation = Services.GetRequiredService<NavigationManager>();
            var place = navigation.ToBaseRelativePath(navigation.Uri);
            Assert.True(Pages.Has(place), $"No page is at {place}.");

            return place;
        }
    }

    protected void MayOnly(params string[] policies) => Asker.SetPolicies(policies);

    protected void GoTo(string address) => Services.GetRequiredService<NavigationManager>().NavigateTo(address);

    /// <summary>Where dialogs appear; drawn before the page that opens them.</summary>
    protected IRenderedComponent<MudDialogProvider> DrawDialogs() => Render<MudDialogProvider>();
}
