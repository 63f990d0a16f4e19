using Portal.Sandbox.CloudWatch;

namespace Portal.Tests.Sandbox.CloudWatch;

public sealed class MetricStoreTests : IDisposable
{
    private static readonly Series Latency = new(Metric.Of("Test", "Latency", ("Stage", "dev"), ("ApiName", "pets")), "Milliseconds");

    private readonly MetricStore _store = new(null);

    public void Dispose() => _store.Dispose();

    [Fact]
    public void The_order_of_dimensions_is_no_matter() =>
        Assert.Equal(Latency, new Series(Metric.Of("Test", "Latency", ("ApiName", "pets"), ("Stage", "dev")), "Milliseconds"));

    [Fact]
    public void Minutes_become_five_minutes_and_hours_and_are_forgotten()
    {
        Add(Watch.Noon, 20, 10);
        Add(Watch.Noon.AddMinutes(4), 30);
        Add(Watch.Noon.AddMinutes(5), 40);

        Assert.Equal("0: 2 of 30, 240: 1 of 30, 300: 1 of 40", Held());
        _store.Age(Watch.Noon.AddDays(14));
        Assert.Equal("0: 2 of 30, 240: 1 of 30, 300: 1 of 40", Held());
        _store.Age(Watch.Noon.AddDays(15).AddHours(1));
        Assert.Equal("0: 3 of 60, 300: 1 of 40", Held());
        _store.Age(Watch.Noon.AddDays(63).AddHours(1));
        Assert.Equal("0: 4 of 100", Held());
        _store.Age(Watch.Noon.AddDays(455).AddHours(1));
        Assert.Equal("", Held());
        Assert.Empty(_store.Metrics(DateTimeOffset.MinValue));
    }

    [Fact]
    public void Percentiles_outlive_coarsening()
    {
        for (var minute = 0; minute < 60; minute++)
        {
            Add(Watch.Noon.AddMinutes(minute), minute + 1);
        }

        _store.Age(Watch.Noon.AddDays(64));

        Assert.Equal(54, Assert.Single(Read()).Values.Percentile(90));
    }

    [Fact]
    public void What_comes_late_joins_what_is_coarse_already()
    {
        Add(Watch.Noon, 1);
        _store.Age(Watch.Noon.AddDays(16));
        Add(Watch.Noon.AddMinutes(3), 2);

        Assert.Equal("0: 2 of 3", Held());
    }

    [Fact]
    public void A_set_gathers_what_its_series_gather_one_by_one_however_often_it_is_written_meanwhile()
    {
        Series other = new(Metric.Of("Test", "Latency", ("ApiName", "pets")), "Milliseconds");
        SeriesSet set = new([Latency, other]);
        Random random = new(7);
        double sum = 0;
        for (var call = 0; call < 2_000; call++)
        {
            // Not always in order: a call counts in the minute in which it began.
            var time = Watch.Noon.AddMinutes(random.Next(4));
            sum += call;
            _store.Add(time, set, [call % 10 is 0 ? double.NaN : call]);
            if (call % 10 is 0)
            {
                Add(time, call);
                _store.Add(time, [(other, call)]);
            }

            if (random.Next(50) is 0)
            {
                _store.Flush();
            }
        }

        foreach (var series in (Series[])[Latency, other])
        {
            var read = _store.Read(series, Watch.Noon.ToUnixTimeSeconds(), Watch.Noon.AddHours(1).ToUnixTimeSeconds());
            Assert.Equal((2_000, sum), (read.Sum(minute => minute.Values.Count), read.Sum(minute => minute.Values.Sum)));
        }
    }

    [Fact]
    public void Threads_that_add_at_once_lose_nothing()
    {
        Parallel.For(0, 8, _ =>
        {
            for (var i = 0; i < 1_000; i++)
            {
                Add(Watch.Noon, 1);
                if (i % 100 is 0)
                {
                    _store.Flush();
                }
            }
        });

        Assert.Equal("0: 8000 of 8000", Held());
    }

    private void Add(DateTimeOffset time, params double[] values) => _store.Add(time, [.. values.Select(value => (Latency, value))]);

    private IReadOnlyList<(long Second, Distribution Values)> Read() => _store.Read(Latency, Watch.Noon.ToUnixTimeSeconds(), Watch.Noon.AddHours(1).ToUnixTimeSeconds());

    private string Held() => string.Join(", ", Read().Select(minute => $"{minute.Second - Watch.Noon.ToUnixTimeSeconds()}: {minute.Values.Count} of {minute.Values.Sum}"));
}
