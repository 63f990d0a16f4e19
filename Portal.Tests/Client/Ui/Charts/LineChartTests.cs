using System.Diagnostics.CodeAnalysis;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using Portal.Client.Ui.Charts;

namespace Portal.Tests.Client.Ui.Charts;

public sealed class LineChartTests : UiContext
{
    private static readonly ChartTime Time = new(new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero), TimeSpan.FromMinutes(1), 4);

    public LineChartTests() => JSInterop.SetupModule("./_content/Portal.Client/Ui/Charts/LineChart.razor.js").Mode = JSRuntimeMode.Loose;

    [Fact]
    public void Each_series_is_one_path()
    {
        var chart = Draw([new("p50", [10, 20, null, 30]), new("p99", [50, 60, null, 80])]);

        Assert.Equal(["p50", "p99"], chart.FindAll("path[data-line]").Select(path => path.GetAttribute("data-name")));
        Assert.Equal("10,20,,30", chart.Find("path[data-line]").GetAttribute("data-values"));
    }

    [Fact]
    public void Who_does_not_see_it_hears_what_it_shows() =>
        Assert.Contains("Latency: p50 10 ms to 30 ms; 31 Jan 12:00 to 31 Jan 12:04 UTC", Draw([new("p50", [10, 20, null, 30])]).Find("[aria-roledescription]").GetAttribute("aria-label"), StringComparison.Ordinal);

    [Fact]
    public void The_table_has_the_same_numbers()
    {
        var chart = Draw([new("p50", [10, 20.5, null, 30])]);

        chart.FindAll("button").Single(button => button.Words() is "Table").Click();

        Assert.Equal(["31 Jan 12:03 30", "31 Jan 12:01 20.5", "31 Jan 12:00 10"], chart.FindAll("tbody tr").Select(row => row.Words()));
    }

    [Fact]
    public void Where_nothing_was_measured_it_says_so() => Assert.Contains("Nothing was measured in this time.", Draw([new("p50", [null, null, null, null])]).Words(), StringComparison.Ordinal);

    [Fact]
    public void A_mark_of_another_time_is_not_shown()
    {
        var chart = Render<LineChart>(parameters => parameters
            .Add(chart => chart.Title, "Latency")
            .Add(chart => chart.Time, Time)
            .Add(chart => chart.Series, [new("p50", [1, 2, 3, 4])])
            .Add(chart => chart.Marks, [new(Time.From.AddMinutes(2), "revision 2", "releases/2"), new(Time.Until, "revision 3")]));

        Assert.Equal("31 Jan 12:02 revision 2", chart.Find(".chart-marks").Words());
        Assert.Equal("releases/2", chart.Find(".chart-marks a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_browser_that_has_gone_ends_nothing_else()
    {
        var script = new Script { Ends = () => throw new TaskCanceledException() };
        Services.AddSingleton<IJSRuntime>(script);
        Draw([new("p50", [1, 2, 3, 4])]);

        await DisposeComponentsAsync();

        Assert.Equal(["import", "draw", "gone"], script.Said);
        Assert.False(Renderer.UnhandledException.IsCompleted);
    }

    [Fact]
    public async Task A_chart_that_goes_before_its_script_comes_draws_nothing()
    {
        var coming = new TaskCompletionSource();
        var script = new Script { Comes = coming.Task };
        Services.AddSingleton<IJSRuntime>(script);
        Draw([new("p50", [1, 2, 3, 4])]);

        await DisposeComponentsAsync();
        await Renderer.Dispatcher.InvokeAsync(coming.SetResult);
        await script.Gone;

        Assert.Equal(["import", "gone"], script.Said);
    }

    private IRenderedComponent<LineChart> Draw(IReadOnlyList<ChartSeries> series) => Render<LineChart>(parameters => parameters
        .Add(chart => chart.Title, "Latency")
        .Add(chart => chart.Unit, ChartUnit.Milliseconds)
        .Add(chart => chart.Time, Time)
        .Add(chart => chart.Series, series));

    /// <summary>A browser and its one script, which write down what is asked of them.</summary>
    private sealed class Script : IJSRuntime, IJSObjectReference
    {
        private readonly TaskCompletionSource _gone = new();

        public List<string> Said { get; } = [];

        public Task Comes { get; init; } = Task.CompletedTask;

        public Action Ends { get; init; } = () => { };

        public Task Gone => _gone.Task;

        public async ValueTask<TValue> InvokeAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.PublicProperties)] TValue>(string identifier, object?[]? args)
        {
            Said.Add(identifier);
            await Comes;

            return this is TValue value ? value : default!;
        }

        public ValueTask<TValue> InvokeAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.PublicProperties)] TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => InvokeAsync<TValue>(identifier, args);

        public ValueTask DisposeAsync()
        {
            Said.Add("gone");
            _gone.SetResult();
            Ends();

            return default;
        }
    }
}
