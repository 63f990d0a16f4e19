using System.Globalization;
using Microsoft.Extensions.Configuration;
using Portal.Server.Audit;
using Portal.Server.Platform;

namespace Portal.Tests.Audit;

/// <summary>Sealed trails, made as the sealer makes them.</summary>
internal sealed class Trail : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-audit-").FullName;

    public Trail() => Keys = KeysIn("own");

    public SealingKeys Keys { get; }

    /// <summary>Keys of another portal, or of somebody who can write to the database only.</summary>
    public SealingKeys KeysIn(string name)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Folder", Path.Combine(_folder, name))]).Build();

        return SealingKeys.OfPortal(configuration, new DataFolder(configuration));
    }

    /// <summary>The trail of lines that say these things.</summary>
    public static List<SealedLine> Sealed(SealingKeys keys, IEnumerable<SealedLine> said)
    {
        var lines = new List<SealedLine>();

        foreach (var line in said)
        {
            var open = line with { Number = lines.Count + 1 };
            var hash = open.HashAfter(lines is [.., var last] ? last.Hash : SealedLine.Beginning);
            var (key, signature) = keys.Sign(hash);
            lines.Add(open with { Hash = hash, Key = key, Signature = signature });
        }

        return lines;
    }

    public List<SealedLine> Of(int count) => Sealed(Keys, Enumerable.Range(1, count).Select(Line));

    public async Task<TrailFinding> CheckAsync(IEnumerable<SealedLine?> lines, TrailHead? head = null) =>
        await new TrailCheck(Keys, head).RunAsync(lines.ToAsyncEnumerable(), TestContext.Current.CancellationToken);

    public void Dispose()
    {
        Keys.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static SealedLine Line(int number) => new()
    {
        Number = number,
        At = DateTimeOffset.Parse("2026-01-02T03:04:05Z", CultureInfo.InvariantCulture).AddSeconds(number),
        By = new Guid(number, 0, 0, new byte[8]),
        Deed = "catalog.change",
        Subject = $"API {number}",
        Detail = number % 2 is 0 ? null : "name is 'x'",
        Hash = "",
        Key = "",
        Signature = "",
    };
}
