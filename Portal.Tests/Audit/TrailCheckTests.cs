using Portal.Server.Audit;

namespace Portal.Tests.Audit;

public sealed class TrailCheckTests : IDisposable
{
    private const int Many = 2500;

    private readonly Trail _trail = new();

    public static TheoryData<int> Places => [1, 2, 999, 1000, 1001, 1777, Many];

    public static TheoryData<string> Parts => ["at", "by", "deed", "subject", "detail", "no detail", "hash", "key", "signature", "moved"];

    public void Dispose() => _trail.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(Many)]
    public async Task A_trail_as_it_was_sealed_is_whole(int count)
    {
        var lines = _trail.Of(count);

        Assert.Equal(new TrailFinding(count, lines.LastOrDefault(), null, null), await _trail.CheckAsync(lines));
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task One_changed_member_is_found_in_its_line(string part)
    {
        var lines = _trail.Of(1200);
        var was = lines[1100];
        lines[1100] = part switch
        {
            "at" => was with { At = was.At.AddTicks(1) },
            "by" => was with { By = Guid.Empty },
            "deed" => was with { Deed = "catalog.Change" },
            "subject" => was with { Subject = was.Subject + " " },
            "detail" => was with { Detail = "name is 'y'" },
            "no detail" => was with { Detail = null },
            "hash" => was with { Hash = was.Hash[..63] + (was.Hash[63] is '0' ? '1' : '0') },
            "key" => was with { Key = was.Key[..15] + (was.Key[15] is '0' ? '1' : '0') },
            "signature" => was with { Signature = (was.Signature[0] is 'A' ? 'B' : 'A') + was.Signature[1..] },
            _ => was with { Subject = "", Detail = was.Subject + was.Detail },
        };

        Assert.Equal(1101, (await _trail.CheckAsync(lines)).FirstBad);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_line_that_was_taken_out_is_missed_where_it_stood(int place)
    {
        var lines = _trail.Of(Many + 1);
        lines.RemoveAt(place - 1);

        Assert.Equal(place, (await _trail.CheckAsync(lines)).FirstBad);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_line_that_was_taken_out_is_missed_though_the_others_were_numbered_anew(int place)
    {
        var lines = _trail.Of(Many + 1);
        lines.RemoveAt(place - 1);

        Assert.Equal(place, (await _trail.CheckAsync(lines.Select((line, index) => line with { Number = index + 1 }))).FirstBad);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_chain_built_anew_by_a_strangers_key_shows_where_it_begins(int place)
    {
        using var strangers = _trail.KeysIn("stranger");
        var own = _trail.Of(Many);
        var forged = Trail.Sealed(strangers, own.Select((line, index) => index == place - 1 ? line with { Subject = "nothing happened" } : line));

        Assert.Equal(place, (await _trail.CheckAsync([.. own.Take(place - 1), .. forged.Skip(place - 1)])).FirstBad);
    }

    [Fact]
    public async Task A_chain_built_anew_with_the_old_signatures_shows_where_it_begins()
    {
        using var strangers = _trail.KeysIn("stranger");
        var own = _trail.Of(Many);
        var forged = Trail.Sealed(strangers, own.Select((line, index) => index == 1499 ? line with { Subject = "nothing happened" } : line));

        Assert.Equal(1500, (await _trail.CheckAsync(forged.Zip(own, (line, was) => line with { Key = was.Key, Signature = was.Signature }))).FirstBad);
    }

    [Fact]
    public async Task A_trail_cut_at_its_end_lacks_the_head_that_was_kept()
    {
        var lines = _trail.Of(20);
        var head = new TrailHead(20, lines[^1].Hash);

        Assert.Null((await _trail.CheckAsync(lines, head)).FirstBad);
        Assert.Equal(16, (await _trail.CheckAsync(lines.Take(15), head)).FirstBad);
    }

    [Fact]
    public async Task A_head_of_another_trail_is_not_ours()
    {
        var lines = _trail.Of(20);

        Assert.Equal(7, (await _trail.CheckAsync(lines, new TrailHead(7, new string('0', 64)))).FirstBad);
    }

    [Fact]
    public async Task A_line_that_cannot_be_read_is_bad()
    {
        var lines = _trail.Of(5);

        Assert.Equal(4, (await _trail.CheckAsync([.. lines.Take(3), null, lines[4]])).FirstBad);
    }

    [Fact]
    public void A_line_is_the_same_after_a_file()
    {
        var line = _trail.Of(1)[0];

        Assert.Equal(line, SealedLine.Of(line.ToText()));
        Assert.Null(SealedLine.Of(line.ToText()[..40]));
    }
}
