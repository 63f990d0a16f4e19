namespace Portal.Sandbox.CloudWatch;

/// <summary>What a series is known by: namespace, name and dimensions, whose order is no matter.</summary>
internal sealed record Metric
{
    // No member may hold these: control characters are refused.
    private const char Between = '\u001f';
    private const char Inside = '\u001e';

    private Metric(string key) => Key = key;

    /// <summary>One text for all of it; two metrics are the same when their keys are.</summary>
    public string Key { get; }

    public string Namespace => Key.Split(Between)[0];

    public string Name => Key.Split(Between)[1];

    public IEnumerable<(string Name, string Value)> Dimensions => Key.Split(Between).Skip(2).Select(part => part.Split(Inside)).Select(pair => (pair[0], pair[1]));

    public static Metric Of(string @namespace, string name, params IEnumerable<(string Name, string Value)> dimensions) =>
        new(string.Join(Between, [@namespace, name, .. dimensions.OrderBy(dimension => dimension.Name, StringComparer.Ordinal).Select(dimension => $"{dimension.Name}{Inside}{dimension.Value}")]));

    public static Metric Parse(string key) => new(key);
}

/// <summary>The values of one metric in one unit: CloudWatch keeps each unit apart.</summary>
internal sealed record Series(Metric Metric, string Unit)
{
    private readonly int _hash = HashCode.Combine(Metric, Unit);

    public bool Equals(Series? other) => other is not null && Unit == other.Unit && Metric.Key == other.Metric.Key;

    public override int GetHashCode() => _hash;
}
