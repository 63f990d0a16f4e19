using System.Net;
using Portal.Shared;
using Portal.Shared.Plans;
using Portal.Tests.Stages;
using Given = Portal.Tests.Catalog.Given;

namespace Portal.Tests.Plans;

public sealed class CreateUsagePlanTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_plan_is_a_draft_first()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await Pipeline.StageAsync(publisher, await Given.ApiAsync(publisher, "Pet Store"));
        var wanted = Selling.Terms(publisher, stage.ConnectionId) with
        {
            Name = "  Gold ",
            Description = "For partners",
            Stages = [new PlanStage { StageId = stage.Id, Methods = [Limit("GET /pets")] }],
        };

        var plan = await Selling.MakeAsync(publisher, wanted);

        Assert.Equal(("Gold", "For partners", UsagePlanState.Draft), (plan.Name, plan.Description, plan.State));
        Assert.Equal((wanted.Throttle, wanted.Quota), (plan.Throttle, plan.Quota));
        var inPlan = Assert.Single(plan.Stages);
        Assert.Equal(("dev", "Pet Store", (int?)null), (inPlan.Stage, inPlan.Api, inPlan.Runs));
        Assert.Equal([Limit("GET /pets")], inPlan.Methods);
        Assert.Null(plan.Applied);
        Assert.Null(plan.Run);
    }

    [Fact]
    public async Task A_plan_may_limit_nothing()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);

        var plan = await Selling.MakeAsync(publisher, Selling.Terms(publisher, await Pipeline.SandboxAsync(publisher)) with { Throttle = null, Quota = null });

        Assert.Null(plan.Throttle);
        Assert.Null(plan.Quota);
    }

    [Fact]
    public async Task A_name_is_taken_once_in_a_team()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var other = await portal.PersonAsync(Role.Publisher);
        var plan = Selling.Terms(publisher, await Pipeline.SandboxAsync(publisher));
        await Selling.MakeAsync(publisher, plan);

        await Selling.TryMakeAsync(publisher, plan).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:plans:name-taken");

        await Selling.MakeAsync(other, plan with { TeamId = other.Team });
    }

    [Fact]
    public async Task A_stage_that_is_not_there_is_refused()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var plan = Selling.Terms(publisher, await Pipeline.SandboxAsync(publisher)) with { Stages = [new PlanStage { StageId = Guid.NewGuid() }] };

        await Selling.TryMakeAsync(publisher, plan).RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:plans:no-such-stage");
    }

    [Fact]
    public async Task A_stage_of_another_team_is_not_there()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stranger = await portal.PersonAsync(Role.Publisher);
        var stage = await Pipeline.StageAsync(stranger, await Given.ApiAsync(stranger));

        await Selling.TryMakeAsync(publisher, Selling.Terms(publisher, stage.ConnectionId, stage)).RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:plans:no-such-stage");
    }

    [Fact]
    public async Task A_connection_that_is_not_there_is_refused()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);

        await Selling.TryMakeAsync(publisher, Selling.Terms(publisher, Guid.NewGuid())).RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:plans:no-such-connection");
    }

    public static TheoryData<string, CreateUsagePlan> Malformed
    {
        get
        {
            var good = new CreateUsagePlan { TeamId = Guid.Empty, ConnectionId = Guid.Empty, Name = "Gold" };
            var twenty = Enumerable.Range(1, 21).Select(number => Limit($"GET /{number}")).ToList();

            return new()
            {
                { "Name", good with { Name = " " } },
                { "Name", good with { Name = "two\nlines" } },
                { "Name", good with { Name = new string('x', 101) } },
                { "Throttle.RateLimit", good with { Throttle = new Throttle { RateLimit = 0, BurstLimit = 1 } } },
                { "Throttle.RateLimit", good with { Throttle = new Throttle { RateLimit = -1, BurstLimit = 1 } } },
                { "Throttle.RateLimit", good with { Throttle = new Throttle { RateLimit = 2_000_000, BurstLimit = 1 } } },
                { "Throttle.BurstLimit", good with { Throttle = new Throttle { RateLimit = 1, BurstLimit = 0 } } },
                { "Quota.Limit", good with { Quota = new Quota { Limit = 0, Period = QuotaPeriod.Day } } },
                { "Quota.Offset", good with { Quota = new Quota { Limit = 1, Period = QuotaPeriod.Day, Offset = 1 } } },
                { "Quota.Offset", good with { Quota = new Quota { Limit = 1, Period = QuotaPeriod.Week, Offset = 7 } } },
                { "Quota.Offset", good with { Quota = new Quota { Limit = 1, Period = QuotaPeriod.Month, Offset = 28 } } },
                { "Stages", good with { Stages = [new PlanStage { StageId = Guid.Empty }, new PlanStage { StageId = Guid.Empty }] } },
                { "Stages[0].Methods", good with { Stages = [new PlanStage { StageId = Guid.Empty, Methods = twenty }] } },
                { "Stages[0].Methods", good with { Stages = [new PlanStage { StageId = Guid.Empty, Methods = [Limit("GET /a"), Limit("GET /a")] }] } },
                { "Stages[0].Methods[0].Route", good with { Stages = [new PlanStage { StageId = Guid.Empty, Methods = [Limit("get /a")] }] } },
                { "Stages[0].Methods[0].Route", good with { Stages = [new PlanStage { StageId = Guid.Empty, Methods = [Limit("GET pets")] }] } },
                { "Stages[0].Methods[0].RateLimit", good with { Stages = [new PlanStage { StageId = Guid.Empty, Methods = [Limit("GET /a") with { RateLimit = 0 }] }] } },
                { "Stages[0].Methods[0].BurstLimit", good with { Stages = [new PlanStage { StageId = Guid.Empty, Methods = [Limit("GET /a") with { BurstLimit = 0 }] }] } },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task What_API_Gateway_would_refuse_is_said_at_its_field(string field, CreateUsagePlan plan)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);

        var problem = await Selling.TryMakeAsync(publisher, plan with { TeamId = publisher.Team }).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");

        Assert.Equal([field], problem.Errors!.Keys);
    }

    [Theory]
    [InlineData(QuotaPeriod.Day, 0)]
    [InlineData(QuotaPeriod.Week, 6)]
    [InlineData(QuotaPeriod.Month, 27)]
    public async Task The_offset_goes_as_far_as_its_period_lets_it(QuotaPeriod period, int offset)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var quota = new Quota { Limit = int.MaxValue, Period = period, Offset = offset };

        var plan = await Selling.MakeAsync(publisher, Selling.Terms(publisher, await Pipeline.SandboxAsync(publisher)) with { Quota = quota });

        Assert.Equal(quota, plan.Quota);
    }

    private static MethodLimit Limit(string route) => new() { Route = route, RateLimit = 5, BurstLimit = 10 };
}
