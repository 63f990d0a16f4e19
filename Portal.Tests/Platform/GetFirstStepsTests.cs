using Portal.Shared;
using Portal.Tests.Metrics;
using Portal.Tests.Stages;

namespace Portal.Tests.Platform;

public sealed class GetFirstStepsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_step_is_done_when_it_was_made_by_somebody_of_the_team()
    {
        var (publisher, stranger) = (await portal.PersonAsync(Role.Publisher), await portal.PersonAsync(Role.Publisher));
        var before = await StepsAsync(publisher);
        var api = await Catalog.Given.ApiAsync(publisher);
        await Pipeline.DeployAsync(publisher, await Pipeline.StageAsync(publisher, api));

        var after = await StepsAsync(publisher);

        Assert.DoesNotContain(FirstStep.Api, before.Done);
        Assert.Equal([FirstStep.Api, FirstStep.Deploy], after.Done.Where(step => step is FirstStep.Api or FirstStep.Deploy or FirstStep.Promote or FirstStep.Plan));
        Assert.DoesNotContain(FirstStep.Api, (await StepsAsync(stranger)).Done);
        Assert.Equal(after.Steps.Order(), after.Steps);
    }

    [Fact]
    public async Task A_proof_of_the_trail_is_a_step()
    {
        var auditor = await portal.PersonAsync(Role.Auditor);
        await auditor.Http.PostAsync<Shared.Audit.AuditVerdict>("/api/v1/audit/verify", new { }, System.Net.HttpStatusCode.OK);

        Assert.Contains(FirstStep.Prove, (await StepsAsync(auditor)).Done);
    }

    [Fact]
    public async Task A_counted_call_of_a_stage_of_the_team_is_a_step()
    {
        var (measured, stranger) = (await Measured.DeployAsync(portal), await portal.PersonAsync(Role.Publisher));
        var before = await StepsAsync(measured.Person);
        await measured.CallAsync(well: 1);
        await measured.CollectedAsync(calls: 1);

        Assert.DoesNotContain(FirstStep.Measure, before.Done);
        Assert.Contains(FirstStep.Measure, (await StepsAsync(measured.Person)).Done);
        Assert.DoesNotContain(FirstStep.Measure, (await StepsAsync(stranger)).Done);
        Assert.Equal(Enum.GetValues<FirstStep>(), before.Steps);
    }

    private static Task<FirstSteps> StepsAsync(Person person) => person.Http.GetAsync<FirstSteps>("/api/v1/first-steps");
}
