namespace Portal.Server.Audit;

/// <summary>What a check of the trail found.</summary>
/// <param name="Lines">How many lines hold, from the first.</param>
/// <param name="Last">The last line that holds; null where there is none.</param>
/// <param name="FirstBad">The number of the first line that does not; null where all do.</param>
/// <param name="Why">What is wrong with it, in a sentence; null where nothing is.</param>
internal sealed record TrailFinding(long Lines, SealedLine? Last, long? FirstBad, string? Why);

/// <summary>A line of the trail that was kept elsewhere: the trail must still have it.</summary>
internal sealed record TrailHead(long Number, string Hash);

/// <summary>Proves a trail, line by line from the first: numbers without a gap, each hash that of the line and the one before, each signed by a known key.</summary>
internal sealed class TrailCheck(SealingKeys keys, TrailHead? head = null)
{
    private SealedLine? _last;

    public async Task<TrailFinding> RunAsync(IAsyncEnumerable<SealedLine?> lines, CancellationToken cancellationToken)
    {
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            if (FaultOf(line) is { } fault)
            {
                return Bad((_last?.Number ?? 0) + 1, fault);
            }

            _last = line;
        }

        return CutOrNull() ?? new TrailFinding(_last?.Number ?? 0, _last, null, null);
    }

    private string? FaultOf(SealedLine? line)
    {
        var number = (_last?.Number ?? 0) + 1;

        if (line is null)
        {
            return "It cannot be read.";
        }

        if (line.Number != number)
        {
            return $"It is missing: line {line.Number} stands in its place.";
        }

        if (line.Hash != line.HashAfter(_last?.Hash ?? SealedLine.Beginning))
        {
            return "It does not say what was sealed, or what stood before it was changed.";
        }

        if (!keys.IsOurs(line))
        {
            return $"No known key has signed it (its seal names the key '{line.Key}').";
        }

        return head is { } kept && kept.Number == number && kept.Hash != line.Hash ? "It is another line than the one that was kept elsewhere: the trail was built anew." : null;
    }

    private TrailFinding? CutOrNull() => head is { } kept && kept.Number > (_last?.Number ?? 0)
        ? Bad((_last?.Number ?? 0) + 1, $"The trail ends before it: line {kept.Number} was kept elsewhere.")
        : null;

    private TrailFinding Bad(long number, string why) => new(number - 1, _last, number, why);
}
