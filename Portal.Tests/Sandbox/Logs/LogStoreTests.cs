using Portal.Sandbox.Logs;
using Portal.Tests.Sandbox.CloudWatch;

namespace Portal.Tests.Sandbox.Logs;

public sealed class LogStoreTests
{
    [Fact]
    public void When_there_is_too_much_what_was_first_is_forgotten()
    {
        using LogStore store = new(null, most: 200_000);
        store.With(logs => { logs.PutGroup("g", 0); return 0; });
        for (var i = 0; i < 2_000; i++)
        {
            store.Add("g", "s", Watch.Noon.AddSeconds(i), $"{i} {Guid.NewGuid()} {Guid.NewGuid()} {Guid.NewGuid()}");
            store.Flush();
        }

        var lines = store.With(logs => new EventReader(logs, "g", _ => true).Read(0, long.MaxValue, null, false).Select(line => line.Message.Split(' ')[0]).ToList());

        Assert.Equal("1999", lines[^1]);
        Assert.InRange(lines.Count, 900, 1_999);
        Assert.True(store.With(logs => logs.Size) <= 200_000);
    }

    [Fact]
    public void Lines_for_a_group_that_is_not_there_are_lost_and_told()
    {
        using LogStore store = new(null);
        store.Add("g", "s", Watch.Noon, "line");
        store.Flush();

        Assert.Equal(["g"], store.TakeMissing());
        Assert.Empty(store.TakeMissing());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_blocks_are_read_in_order_both_ways(int seed)
    {
        Random random = new(seed);
        using LogStore store = new(null);
        store.With(logs => { logs.PutGroup("g", 0); return 0; });
        List<long> all = [];
        for (var block = 0; block < 700; block++)
        {
            long[] times = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.NextInt64(0, 3 * Block.LongestSpan))];
            store.Add("g", $"{random.Next(3)}", Watch.Noon, times.Select(time => new LogEvent(time, $"{time}")));
            all.AddRange(times);
            store.Flush();
        }

        all.Sort();
        var (from, to) = (all[all.Count / 4], all[all.Count * 3 / 4]);
        List<long> wanted = [.. all.Where(time => time >= from && time <= to)];

        Assert.Equal(wanted, Read(store, from, to, isBackward: false));
        Assert.Equal(wanted.AsEnumerable().Reverse(), Read(store, from, to, isBackward: true));
    }

    /// <summary>In pages of seven, each from where the one before ended.</summary>
    private static List<long> Read(LogStore store, long from, long to, bool isBackward)
    {
        List<long> read = [];
        Position? last = null;
        while (store.With(logs => new EventReader(logs, "g", _ => true).Read(from, to, last, isBackward).Take(7).ToList()) is { Count: > 0 } page)
        {
            read.AddRange(page.Select(line => line.Position.Timestamp));
            last = page[^1].Position;
        }

        return read;
    }
}
