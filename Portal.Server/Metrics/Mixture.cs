namespace Portal.Server.Metrics;

/// <summary>
/// A percentile over several periods, put together from the percentiles of each. That cannot be exact: between two percentiles of a period its values are taken as evenly spread.
/// </summary>
internal static class Mixture
{
    private const int Halvings = 60;

    /// <summary>The value that this share of all values does not exceed; null where there are none.</summary>
    public static double? Percentile(IReadOnlyList<Part> parts, double share)
    {
        var all = parts.Sum(part => part.Count);

        switch (parts)
        {
            case []:
                return null;

            case [var only] when only.Known.FirstOrDefault(point => point.Share == share) is { Share: > 0 } known:
                return known.Value;
        }

        var (low, high) = (0.0, parts.Max(part => part.Known[^1].Value));

        for (var halving = 0; halving < Halvings && low < high; halving++)
        {
            var middle = (low + high) / 2;

            if (parts.Sum(part => part.Count * part.ShareUpTo(middle)) >= share * all)
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }

        return high;
    }

    /// <param name="Count">How many values a period has.</param>
    /// <param name="Known">Its percentiles, rising.</param>
    internal sealed record Part(double Count, IReadOnlyList<(double Share, double Value)> Known)
    {
        /// <summary>The share of the values that are no greater.</summary>
        public double ShareUpTo(double value)
        {
            // Nothing is known below the first: the values there are taken as spread like those between the first two.
            var before = (Share: 0.0, Value: Math.Max(0, (2 * Known[0].Value) - Known[1].Value));

            if (value < before.Value)
            {
                return 0;
            }

            foreach (var point in Known)
            {
                if (value < point.Value)
                {
                    return before.Share + ((point.Share - before.Share) * (value - before.Value) / (point.Value - before.Value));
                }

                before = point;
            }

            return 1;
        }
    }
}
