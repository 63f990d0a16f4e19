using System.Text;
using Portal.Server.Audit;

namespace Portal.Tests.Audit;

/// <summary>An exported trail that somebody has meddled with, as the verifier reads it where the portal is not.</summary>
public sealed class TrailFileTests : IDisposable
{
    private readonly Trail _trail = new();

    public void Dispose() => _trail.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task One_changed_byte_is_found_in_its_line_wherever_it_is(int seed)
    {
        var random = new Random(seed);
        var bytes = Bytes(_trail.Of(4));

        for (var place = 0; place < bytes.Length; place++)
        {
            var changed = bytes.ToArray();
            changed[place] ^= (byte)random.Next(1, 256);
            var line = 1 + bytes.AsSpan(0, place).Count((byte)'\n');

            Assert.True(await FirstBadAsync(changed) == line, $"Byte {place} of line {line}, {bytes[place]} to {changed[place]}: {await FirstBadAsync(changed)}");
        }
    }

    [Theory]
    [InlineData("+00:00\",\"by", "Z\",\"by")]
    [InlineData("{\"number", "{ \"number")]
    [InlineData("\"deed\":\"c", "\"deed\":\"\\u0063")]
    public async Task What_means_the_same_is_still_another_text(string was, string becomes)
    {
        var text = Encoding.UTF8.GetString(Bytes(_trail.Of(3)));
        var at = text.LastIndexOf(was, StringComparison.Ordinal);

        Assert.Equal(3, await FirstBadAsync(Encoding.UTF8.GetBytes(text[..at] + becomes + text[(at + was.Length)..])));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task A_line_that_was_taken_out_is_missed_where_it_stood(int place)
    {
        var lines = _trail.Of(6);
        lines.RemoveAt(place - 1);

        Assert.Equal(place, await FirstBadAsync(Bytes(lines)));
    }

    [Fact]
    public async Task A_chain_built_anew_shows_where_it_begins()
    {
        using var strangers = _trail.KeysIn("stranger");
        var own = _trail.Of(9);
        var forged = Trail.Sealed(strangers, own.Select(line => line.Number is 4 ? line with { Subject = "nothing happened" } : line));

        Assert.Equal(4, await FirstBadAsync(Bytes([.. own.Take(3), .. forged.Skip(3)])));
    }

    [Fact]
    public async Task A_long_trail_is_read_whole() => Assert.Null(await FirstBadAsync(Bytes(_trail.Of(300))));

    private static byte[] Bytes(IEnumerable<SealedLine> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line.ToText() + '\n')));

    private async Task<long?> FirstBadAsync(byte[] file) =>
        (await new TrailCheck(_trail.Keys).RunAsync(TrailFile.ReadAsync(new MemoryStream(file)), TestContext.Current.CancellationToken)).FirstBad;
}
