using System.Net;
using System.Text.Json.Nodes;
using Portal.Shared;
using Portal.Shared.Keys;
using Portal.Tests.Plans;
using Portal.Tests.Stages;
using Given = Portal.Tests.Catalog.Given;

namespace Portal.Tests.Platform;

/// <summary>Whatever is sent to the HTTP API, it never answers 500. The endpoints, and the bodies that are then spoilt, come from its own OpenAPI document.</summary>
public sealed class MalformedBodyTests(PortalOnAPort portal) : IClassFixture<PortalOnAPort>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_request_is_answered_with_500()
    {
        var document = JsonNode.Parse(await portal.CreateClient().GetStringAsync("/openapi/v1.json", Cancelled))!;
        var operations = Endpoint.AllOf(document);
        Assert.True(operations.Count > 40, $"{operations.Count} operations");

        List<string> wrong = [];
        var attempts = 0;
        var readers = await SenderAsync();
        var writers = readers;

        foreach (var (number, endpoint) in operations.Index())
        {
            // What is written to may be gone, or full, after a while: then another has it all anew.
            var (sender, things) = endpoint.OnlyReads ? readers : endpoint.Removes ? await SenderAsync() : writers = number % 4 is 0 ? await SenderAsync() : writers;

            foreach (var attempt in endpoint.Attempts(things))
            {
                attempts++;
                using var message = attempt.ToMessage();
                using var answer = await sender.Http.SendAsync(message, Cancelled);

                if (answer.StatusCode is HttpStatusCode.InternalServerError || !IsSaidInWords(answer))
                {
                    wrong.Add($"{(int)answer.StatusCode} {attempt}");
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{attempts} attempts at {operations.Count} operations");
        Assert.True(attempts > 5000, $"{attempts} attempts");
        Assert.True(wrong is [], $"{wrong.Count}:\n{string.Join('\n', wrong.Take(60))}");
    }

    /// <summary>Somebody to whom one of each belongs, under the segment of the address before its id.</summary>
    private async Task<(Person Sender, IReadOnlyDictionary<string, string> Things)> SenderAsync()
    {
        var sender = await portal.PersonAsync(Role.Admin | Role.Publisher);
        var api = await Given.ApiAsync(sender);
        var stage = await Pipeline.StageAsync(sender, api);
        var plan = await Selling.PlanAsync(sender, stage);
        var app = await sender.Http.PostAsync<AppView>("/api/v1/apps", new { name = "App" });

        return (sender, new Dictionary<string, string> { ["apis"] = api.Id.ToString(), ["stages"] = stage.Id.ToString(), ["plans"] = plan.Id.ToString(), ["apps"] = app.Id.ToString(), ["people"] = sender.Id.ToString() });
    }

    /// <summary>What is no HTTP at all the server answers by itself, without a body.</summary>
    private static bool IsSaidInWords(HttpResponseMessage answer) =>
        answer.StatusCode < HttpStatusCode.BadRequest || answer.Content.Headers.ContentType?.MediaType is "application/problem+json" || answer is { StatusCode: HttpStatusCode.BadRequest, Content.Headers.ContentLength: 0 };
}
