using System.Globalization;
using Microsoft.Playwright;
using Portal.Tests.Metrics;

namespace Portal.Tests.Journeys;

/// <summary>The page with the numbers of a stage, as somebody reads it who trusts no picture: by the tables under the charts.</summary>
/// <param name="visit">Whose browser.</param>
/// <param name="services">The portal's: its collector is asked for at once, so that nobody waits for its turn.</param>
internal sealed class StageMetrics(Visit visit, IServiceProvider services)
{
    private IPage Page => visit.Page;

    public ILocator Callers => Page.GetByRole(AriaRole.Region, new() { Name = "Who called" }).GetByRole(AriaRole.Table);

    /// <summary>From the page of the API, and refreshes until so many calls are told there and of their callers.</summary>
    public async Task OpenAsync(string stage, int calls)
    {
        await Page.GetByRole(AriaRole.Article, new() { Name = $"Stage {stage}" }).GetByRole(AriaRole.Link, new() { Name = stage, Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Metrics", Exact = true }).ClickAsync();
        await Page.WaitForURLAsync("**/stages/*/metrics");
        await RefreshAsync(calls);
    }

    /// <summary>Refreshes until so many calls are told.</summary>
    public async Task RefreshAsync(int calls)
    {
        var heading = Page.GetByText($"{calls} calls ·");

        for (var tries = 0; await heading.CountAsync() is 0 || await CalledAsync() < calls; tries++)
        {
            Assert.True(tries < 1000, $"{await CalledAsync()} of {calls} calls are told.");
            await services.CollectAsync();
            await Page.GetByRole(AriaRole.Button, new() { Name = "Refresh" }).ClickAsync();
        }
    }

    /// <summary>What the table of the chart of calls adds up to.</summary>
    public async Task<(double Calls, double ClientErrors, double ServerErrors)> CallsAsync()
    {
        var rows = await TableAsync("Calls and errors");

        return (rows.Sum(row => row[0] ?? 0), rows.Sum(row => row[1] ?? 0), rows.Sum(row => row[2] ?? 0));
    }

    public async Task<bool> HasLatencyAsync() => (await TableAsync("Latency")).Any(row => row[0] is > 0 or 0);

    /// <summary>The numbers of a chart's table, without the times; null stands for a gap.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<double?>>> TableAsync(string title)
    {
        var chart = Page.GetByRole(AriaRole.Figure).Filter(new() { Has = Page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true }) });
        var table = chart.GetByRole(AriaRole.Table);

        if (await table.CountAsync() is 0)
        {
            await chart.GetByRole(AriaRole.Button, new() { Name = "Table", Exact = true }).ClickAsync();
            await table.WaitForAsync();
        }

        var rows = await table.EvaluateAsync<string[][]>("table => [...table.tBodies[0].rows].map(row => [...row.cells].slice(1).map(cell => cell.textContent.trim()))");

        return [.. rows.Select(row => (IReadOnlyList<double?>)[.. row.Select(Number)])];
    }

    /// <summary>The numbers of those who called, by the first words of their line.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<double?>>> CallersAsync()
    {
        var rows = await Callers.EvaluateAsync<string[][]>("table => [...table.tBodies[0].rows].map(row => [row.cells[0].firstChild.textContent.trim(), ...[...row.cells].slice(3).map(cell => cell.textContent.trim())])");

        return rows.ToDictionary(row => row[0], row => (IReadOnlyList<double?>)[.. row[1..].Select(Number)]);
    }

    private async Task<double> CalledAsync() => await Callers.CountAsync() is 0 ? 0 : (await CallersAsync()).Values.Sum(row => row[0] ?? 0);

    private static double? Number(string text) => double.TryParse(text.Split(' ')[0], NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
}
