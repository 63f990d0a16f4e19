using Amazon.APIGateway.Model;
using Portal.Server.Aws;
using Portal.Server.Gateway;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Aws;

public sealed class UsagePlanPatchTests
{
    private static readonly UsagePlanSpec Plan = Given.UsagePlan("gold", "shop/dev");

    [Fact]
    public void What_is_the_same_is_not_sent() => Assert.Empty(Of(Plan, Plan));

    [Fact]
    public void Limits_are_replaced() =>
        Assert.Equal(
            ["replace /throttle/rateLimit 0.5", "replace /throttle/burstLimit 1", "replace /quota/limit 70", "replace /quota/offset 6", "replace /quota/period WEEK"],
            Of(Plan, Plan with { Throttle = new ThrottleSpec { RateLimit = 0.5, BurstLimit = 1 }, Quota = new QuotaSpec { Limit = 70, Period = "WEEK", Offset = 6 } }));

    [Fact]
    public void Limits_come_and_go()
    {
        var free = Plan with { Throttle = null, Quota = null };

        Assert.Equal(["remove /throttle", "remove /quota"], Of(Plan, free));
        Assert.Equal(["add /throttle/rateLimit 100", "add /throttle/burstLimit 200", "add /quota/limit 10000", "add /quota/offset 0", "add /quota/period DAY"], Of(free, Plan));
    }

    [Fact]
    public void Stages_go_before_stages_come() =>
        Assert.Equal(["remove /apiStages aws1:dev", "add /apiStages aws1:prod"], Of(Plan, Plan with { Stages = new([new("shop/prod", Given.PlanStage())]) }));

    [Fact]
    public void Limits_of_methods_come_after_their_stage() =>
        Assert.Equal(
            [
                "remove /apiStages aws1:dev",
                "add /apiStages aws1:prod",
                "replace /apiStages/aws1:prod/throttle//pets/{petId}/DELETE/rateLimit 3",
                "replace /apiStages/aws1:prod/throttle//pets/{petId}/DELETE/burstLimit 4",
                "replace /apiStages/aws1:prod/throttle///GET/rateLimit 1",
                "replace /apiStages/aws1:prod/throttle///GET/burstLimit 2",
            ],
            Of(Plan, Plan with { Stages = new([new("shop/prod", Given.PlanStage(("GET /", 1, 2), ("DELETE /pets/{petId}", 3, 4)))]) }));

    [Fact]
    public void Of_the_limits_of_methods_only_what_differs_is_sent() =>
        Assert.Equal(
            ["remove /apiStages/aws1:dev/throttle//old/GET", "replace /apiStages/aws1:dev/throttle//pets/GET/rateLimit 2", "replace /apiStages/aws1:dev/throttle//pets/GET/burstLimit 2"],
            Of(
                Plan with { Stages = new([new("shop/dev", Given.PlanStage(("GET /old", 1, 1), ("GET /pets", 1, 1), ("GET /same", 1, 1)))]) },
                Plan with { Stages = new([new("shop/dev", Given.PlanStage(("GET /pets", 2, 2), ("GET /same", 1, 1)))]) }));

    [Fact]
    public void Words_are_replaced() =>
        Assert.Equal(["replace /name Silver", "replace /description "], Of(Plan with { Description = "Best" }, Plan with { Name = "Silver" }));

    private static IEnumerable<string> Of(UsagePlanSpec before, UsagePlanSpec after) =>
        UsagePlanPatch.Of(before, after, new Dictionary<string, ApiStage>
        {
            ["shop/dev"] = new() { ApiId = "aws1", Stage = "dev" },
            ["shop/prod"] = new() { ApiId = "aws1", Stage = "prod" },
        }).Select(operation => $"{operation.Op.Value} {operation.Path}{(operation.Value is null ? "" : $" {operation.Value}")}");
}
