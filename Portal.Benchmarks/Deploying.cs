using System.Text.Json;

namespace Portal.Benchmarks;

/// <summary>Takes a document through the HTTP API to a stage on the sandbox.</summary>
internal static class Deploying
{
    /// <summary>Imports the document and compares it with an empty gateway: what a person waits for between the upload and the change set.</summary>
    public static async Task<Guid> ProposeAsync(this RunningPortal portal, string document, CancellationToken cancellationToken)
    {
        var team = (await portal.GetAsync("/api/v1/teams", cancellationToken)).GetProperty("items")[0].GetProperty("id").GetGuid();
        var connection = (await portal.GetAsync("/api/v1/connections", cancellationToken)).GetProperty("items")[0].GetProperty("id").GetGuid();
        var imported = await portal.PostAsync("/api/v1/apis/import", new { teamId = team, document = new { text = document } }, cancellationToken);
        var api = imported.GetProperty("api").GetProperty("id").GetGuid();
        var stage = (await portal.PostAsync($"/api/v1/apis/{api}/stages", new { connectionId = connection, name = "dev" }, cancellationToken)).GetProperty("id").GetGuid();
        var proposed = await portal.PostAsync($"/api/v1/stages/{stage}/deployments", new { }, cancellationToken);

        return proposed.GetProperty("runId").GetGuid();
    }

    /// <summary>Approves a run and waits for its end.</summary>
    public static async Task ApplyAsync(this RunningPortal portal, Guid run, CancellationToken cancellationToken)
    {
        var proposed = await portal.GetAsync($"/api/v1/runs/{run}", cancellationToken);
        await portal.PostAsync(
            $"/api/v1/runs/{run}/approve",
            new { fingerprint = proposed.GetProperty("fingerprint").GetString(), version = proposed.GetProperty("version").GetInt32() },
            cancellationToken);

        while (await StateAsync(portal, run, cancellationToken) is var state && state is not "Done")
        {
            if (state is "Stopped" or "Cancelled")
            {
                throw new InvalidOperationException($"The run ended as {state}.");
            }

            await Task.Delay(50, cancellationToken);
        }
    }

    private static async Task<string?> StateAsync(RunningPortal portal, Guid run, CancellationToken cancellationToken) =>
        (await portal.GetAsync($"/api/v1/runs/{run}", cancellationToken)).GetProperty("state") is { ValueKind: JsonValueKind.String } state ? state.GetString() : null;
}
