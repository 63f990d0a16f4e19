using Portal.Server.Gateway;
using Portal.Server.Traffic;

namespace Portal.Tests.Traffic;

public sealed class SeriesStoreTests : IDisposable
{
    private static readonly DateTimeOffset Noon = Counting.Noon;

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-series-").FullName;
    private readonly SeriesKey _key = new(Guid.NewGuid(), Statistic.Requests);
    private readonly SeriesFile _file;
    private readonly SeriesStore _store;

    public SeriesStoreTests() => _store = new SeriesStore(_file = new SeriesFile(Path.Combine(_folder, "series.db")));

    [Fact]
    public void A_point_that_is_there_is_replaced()
    {
        Write((0, 3), (1, 4));
        Write((1, 5));

        Assert.Equal([3, 5], Read(Resolution.Minute));
    }

    [Fact]
    public void The_end_of_a_span_is_not_in_it()
    {
        Write((0, 3), (1, 4), (2, 5));

        var found = _store.Read([_key], Resolution.Minute, Noon.AddMinutes(1), Noon.AddMinutes(2));

        Assert.Equal([4], found[_key].Select(point => point.Value));
    }

    [Fact]
    public void A_period_that_is_touched_is_added_up_whole()
    {
        Write((0, 1), (4, 2), (5, 4), (59, 8), (60, 16));

        _store.AddUp([_key], Resolution.FiveMinutes, Noon.AddMinutes(4), Noon.AddMinutes(6));
        _store.AddUp([_key], Resolution.Hour, Noon.AddMinutes(4), Noon.AddMinutes(6));

        Assert.Equal([3, 4], Read(Resolution.FiveMinutes));
        Assert.Equal([15], Read(Resolution.Hour));
    }

    [Fact]
    public void What_is_too_old_is_forgotten_and_the_rest_is_kept()
    {
        Write([.. Enumerable.Range(0, 12_000).Select(minute => (minute, 1.0))]);

        var rounds = 1;
        while (_store.Forget(Resolution.Minute, Noon.AddMinutes(11_000)))
        {
            rounds++;
        }

        Assert.Equal((3, 1000), (rounds, _store.Read([_key], Resolution.Minute, Noon, Noon.AddDays(30))[_key].Count));
    }

    [Fact]
    public void The_file_of_a_newer_program_is_left_alone()
    {
        using (var connection = _file.Open())
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }

        Assert.Throws<InvalidOperationException>(() => new SeriesFile(Path.Combine(_folder, "series.db")));
    }

    public void Dispose()
    {
        _file.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Write(params (int Minute, double Value)[] points) =>
        _store.Write(Resolution.Minute, [(_key, [.. points.Select(point => new MetricPoint(Noon.AddMinutes(point.Minute), point.Value))])]);

    private double[] Read(Resolution resolution) => [.. _store.Read([_key], resolution, Noon, Noon.AddHours(1))[_key].Select(point => point.Value)];
}
