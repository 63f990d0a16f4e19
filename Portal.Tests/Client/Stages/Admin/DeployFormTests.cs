using Bunit;
using Portal.Client.Stages.Admin;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Connections;
using Portal.Shared.Stages;

namespace Portal.Tests.Client.Stages.Admin;

public sealed class DeployFormTests : ScreenContext
{
    public DeployFormTests() => Portal
        .On<ListStages, Page<StageView>>(Given.Page<StageView>())
        .On<ListConnections, Page<ConnectionView>>(Given.Page(Given.Connection()))
        .On<GetRoutes, RoutesView>(Given.Routes())
        .On<ProposeDeployment, ProposedDeployment>(new ProposedDeployment { RunId = Given.RunId, IsEmpty = false });

    [Fact]
    public async Task The_first_stage_is_one_click()
    {
        Portal.On<AddStage, StageView>(Given.Stage());
        var form = Draw();

        await form.Find("form").SubmitAsync();

        Assert.Equal(("dev", Given.ConnectionId), (Portal.Last<AddStage>().Name, Portal.Last<AddStage>().ConnectionId));
        Assert.Equal(new ProposeDeployment { StageId = Given.StageId, Revision = 3 }, Portal.Last<ProposeDeployment>());
        Assert.Equal($"runs/{Given.RunId}", Place);
    }

    [Fact]
    public async Task A_known_stage_is_proposed_without_adding_one()
    {
        Portal.On<ListStages, Page<StageView>>(Given.Page(Given.Stage()));
        var form = Draw();

        await form.Find("form").SubmitAsync();

        Assert.Empty(Portal.Asked.OfType<AddStage>());
        Assert.Equal(Given.StageId, Portal.Last<ProposeDeployment>().StageId);
    }

    [Fact]
    public async Task Variables_that_the_routes_name_are_asked_for()
    {
        Portal
            .On<AddStage, StageView>(Given.Stage())
            .On<GetRoutes, RoutesView>(Given.Routes() with { DefaultIntegration = new DefaultIntegrationView.HttpProxy { BaseUrl = "https://${stageVariables.backend}" } });
        var form = Draw();

        await form.Labelled("Value of backend").ChangeAsync("pets.example");
        await form.Find("form").SubmitAsync();

        Assert.Equal([KeyValuePair.Create("backend", "pets.example")], Portal.Last<AddStage>().Variables);
    }

    [Fact]
    public async Task A_refused_proposal_adds_no_second_stage()
    {
        Portal
            .On<AddStage, StageView>(_ =>
            {
                Portal.On<ListStages, Page<StageView>>(Given.Page(Given.Stage()));
                return Given.Stage();
            })
            .Refuses<ProposeDeployment, ProposedDeployment>(Given.Refusal(RefusalKind.Upstream, "urn:portal:sync:gateway-unreadable", "API Gateway did not say how things are."));
        var form = Draw();

        await form.Find("form").SubmitAsync();
        Assert.Contains("API Gateway did not say how things are.", form.Find("[role=alert]").Words(), StringComparison.Ordinal);
        await form.Find("form").SubmitAsync();

        Assert.Single(Portal.Asked.OfType<AddStage>());
        Assert.Equal(2, Portal.Asked.OfType<ProposeDeployment>().Count());
    }

    [Fact]
    public async Task Missing_variables_lead_to_where_they_are_set()
    {
        Portal
            .On<ListStages, Page<StageView>>(Given.Page(Given.Stage()))
            .Refuses<ProposeDeployment, ProposedDeployment>(Given.Refusal(RefusalKind.Unacceptable, "urn:portal:stages:missing-variables", "The stage lacks variables that this revision uses."));
        var form = Draw();

        await form.Find("form").SubmitAsync();

        Assert.Equal($"apis/{Given.ApiId}/stages/{Given.StageId}?tab=variables", form.Named("Set the variables of the stage").GetAttribute("href"));
    }

    [Fact]
    public void Without_a_connection_it_says_what_is_missing()
    {
        Portal.On<ListConnections, Page<ConnectionView>>(Given.Page<ConnectionView>());

        Assert.Equal("connections", Draw().Named("Add a connection").GetAttribute("href"));
    }

    private IRenderedComponent<DeployForm> Draw() => Render<DeployForm>(parameters => parameters.Add(form => form.ApiId, Given.ApiId).Add(form => form.Revision, 3));
}
