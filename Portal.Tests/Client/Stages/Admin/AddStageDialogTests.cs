using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Portal.Client.Stages.Admin;
using Portal.Shared;
using Portal.Shared.Connections;
using Portal.Shared.Stages;

namespace Portal.Tests.Client.Stages.Admin;

public sealed class AddStageDialogTests : ScreenContext
{
    [Fact]
    public async Task A_stage_stands_on_what_can_be_written_to()
    {
        var other = Given.Connection("Production", writable: false) with { Id = Guid.NewGuid() };
        Portal.On<ListConnections, Page<ConnectionView>>(Given.Page(other, Given.Connection())).On<AddStage, StageView>(Given.Stage());
        var (dialog, shown) = await OpenAsync();

        await dialog.Find("input").ChangeAsync(" prod ");
        await dialog.Find("form").SubmitAsync();

        Assert.Equal(("prod", Given.ConnectionId, Given.ApiId), (Portal.Last<AddStage>().Name, Portal.Last<AddStage>().ConnectionId, Portal.Last<AddStage>().ApiId));
        Assert.Equal(Given.Stage().Id, (await shown)!.Id);
    }

    [Fact]
    public async Task A_name_that_is_none_is_said_beside_its_field()
    {
        Portal.On<ListConnections, Page<ConnectionView>>(Given.Page(Given.Connection()));
        var (dialog, _) = await OpenAsync();

        await dialog.Find("input").ChangeAsync("not a name");

        dialog.WaitForAssertion(() => Assert.NotEmpty(dialog.FindAll("[aria-invalid=true]")));
    }

    private async Task<(IRenderedComponent<MudDialogProvider> Dialog, Task<StageView?> Shown)> OpenAsync()
    {
        var dialogs = DrawDialogs();
        Task<StageView?> shown = Task.FromResult<StageView?>(null);
        await dialogs.InvokeAsync(() => { shown = AddStageDialog.ShowAsync(Services.GetRequiredService<IDialogService>(), Given.ApiId, "Petstore"); });
        dialogs.WaitForElement("form");

        return (dialogs, shown);
    }
}
