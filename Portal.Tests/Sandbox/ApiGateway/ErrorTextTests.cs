using Portal.Tests.Sandbox.ApiGateway.ErrorTexts;

namespace Portal.Tests.Sandbox.ApiGateway;

/// <summary>Every text that is recorded from the service, and some that people report of it, each for its cause: the same request without its one fault succeeds.</summary>
public sealed class ErrorTextTests
{
    private static readonly IReadOnlyList<ErrorCase> Cases =
        [.. ApiTexts.All, .. MethodTexts.All, .. IntegrationTexts.All, .. ModelTexts.All, .. StageTexts.All, .. PlanTexts.All, .. AroundTexts.All];

    public static TheoryData<int, string> Refusals => [.. Cases.Select((one, i) => (i, one.Name))];

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_has_the_services_text(int place, string name)
    {
        var one = Cases[place];
        Assert.Equal(name, one.Name);
        await using var bench = await Bench.StartAsync();
        var ids = await ErrorWorld.MakeAsync(bench);
        string Filled(string text) => ids.Aggregate(text, (filled, id) => filled.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal));

        var (status, answer, response) = await bench.CallAsync(new(one.Wrong.Verb), Filled(one.Wrong.Path), Body(Filled(one.Wrong.Body)));

        var text = (answer?["message"] ?? answer?["Message"])?.GetValue<string>() ?? "";
        var expected = Filled(one.Text);
        Assert.Equal(
            (one.Status, one.Type, expected),
            ((int)status, response.Headers.TryGetValues("x-amzn-ErrorType", out var types) ? types.Single() : "", expected.EndsWith('…') && text.StartsWith(expected[..^1], StringComparison.Ordinal) ? expected : text));
        await bench.DoneAsync(new(one.Right.Verb), Filled(one.Right.Path), Body(Filled(one.Right.Body)));
    }

    [Fact]
    public async Task Who_may_log_nowhere_cannot_log()
    {
        await using var bench = await Bench.StartAsync();
        var api = await bench.DeployedAsync(Given.MockDocument());
        var logs = Ask.Patch($"/restapis/{api}/stages/dev", "replace", "/*/*/logging/loglevel", "ERROR");
        await bench.DoneAsync(HttpMethod.Patch, "/account", Ask.Patch("/account", "replace", "/cloudwatchRoleArn", "").Body);

        await bench.RefusedAsync(HttpMethod.Patch, logs.Path, logs.Body, 400, "BadRequestException", "CloudWatch Logs role ARN must be set in account settings to enable logging");

        await bench.DoneAsync(HttpMethod.Patch, "/account", Ask.Patch("/account", "replace", "/cloudwatchRoleArn", "arn:aws:iam::123456789012:role/r").Body);
        await bench.DoneAsync(HttpMethod.Patch, logs.Path, logs.Body);
    }

    private static string? Body(string body) => body is "" ? null : body;
}
