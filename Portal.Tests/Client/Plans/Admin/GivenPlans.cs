using Portal.Shared.Catalog;
using Portal.Shared.Plans;

namespace Portal.Tests.Client.Plans.Admin;

/// <summary>Valid usage plans for pages to show.</summary>
internal static class GivenPlans
{
    public static readonly Guid PlanId = new("66666666-6666-6666-6666-666666666666");

    public static PlanStageView Stage(params MethodLimit[] methods) => new() { StageId = Given.StageId, Stage = "dev", ApiId = Given.ApiId, Api = "Petstore", Protocol = Protocol.Rest, Runs = 3, Methods = methods };

    public static UsagePlanRow Row(string name = "Gold") => new()
    {
        Id = PlanId,
        Name = name,
        Description = "For partners",
        Team = Given.Team,
        Connection = "Sandbox",
        Throttle = new Throttle { RateLimit = 100, BurstLimit = 200 },
        Quota = null,
        Stages = [Stage()],
        State = UsagePlanState.Draft,
        UpdatedAt = Given.Noon,
    };

    public static UsagePlanView Plan(UsagePlanState state = UsagePlanState.Draft) => new()
    {
        Id = PlanId,
        Team = Given.Team,
        ConnectionId = Given.ConnectionId,
        Connection = "Sandbox",
        Name = "Gold",
        Description = "For partners",
        Throttle = new Throttle { RateLimit = 0.5, BurstLimit = 1 },
        Quota = new Quota { Limit = 10_000, Period = QuotaPeriod.Month, Offset = 2 },
        Stages = [Stage(new MethodLimit { Route = "GET /pets", RateLimit = 1, BurstLimit = 2 })],
        Availability = Availability.Closed,
        State = state,
        UpdatedAt = Given.Noon,
        UpdatedBy = "Ada Lovelace",
        Applied = state is UsagePlanState.InStep or UsagePlanState.Changed ? new AppliedView(Given.Noon, "Grace Hopper", Given.RunId) : null,
        Run = null,
        Version = 4,
    };

    public static ApiRow Api() => Given.Row() with
    {
        Stages =
        [
            new ApiStage { Id = Given.StageId, Name = "dev", Connection = "Sandbox", Runs = 3 },
            new ApiStage { Id = Guid.NewGuid(), Name = "elsewhere", Connection = "Production", Runs = null },
        ],
    };
}
