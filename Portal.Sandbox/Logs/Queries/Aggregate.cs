using Portal.Sandbox.CloudWatch;

namespace Portal.Sandbox.Logs.Queries;

/// <summary>A function over many rows of <c>stats</c>: makes a counter for each group, which is given the rows one by one.</summary>
internal sealed class Aggregate
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "count", "sum", "avg", "min", "max", "pct", "percentile", "count_distinct", "median", "stddev", "earliest", "latest", "sortsFirst", "sortsLast",
    };

    private readonly Func<Counter> _start;

    private Aggregate(Func<Counter> start) => _start = start;

    public static bool Knows(string name) => Names.Contains(name);

    public Counter Start() => _start();

    public static Aggregate Of(string name, IReadOnlyList<Func<Row, object?>> arguments) => (name.ToLowerInvariant(), arguments) switch
    {
        ("count", []) => new(() => new Counter.Fold(_ => 1d, 0d, (sum, _, _) => (double)sum! + 1)),
        ("count", [var value]) => new(() => new Counter.Fold(value, 0d, (sum, _, _) => (double)sum! + 1)),
        ("sum", [var value]) => new(() => new Counter.Fold(row => Cell.Number(value(row)), 0d, (sum, number, _) => (double)sum! + (double)number)),
        ("min" or "sortsfirst", [var value]) => new(() => new Counter.Fold(value, null, (least, one, _) => least is null || Cell.Compare(one, least) < 0 ? one : least)),
        ("max" or "sortslast", [var value]) => new(() => new Counter.Fold(value, null, (greatest, one, _) => greatest is null || Cell.Compare(one, greatest) > 0 ? one : greatest)),
        ("earliest", [var value]) => new(() => new Counter.First(value, (time, other) => time < other)),
        ("latest", [var value]) => new(() => new Counter.First(value, (time, other) => time > other)),
        ("count_distinct", [var value]) => new(() => new Counter.Distinct(value)),
        ("avg", [var value]) => new(() => new Counter.Spread(value, all => all.Sum / all.Count)),
        ("median", [var value]) => new(() => new Counter.Spread(value, all => all.Percentile(50))),
        ("stddev", [var value]) => new(() => new Counter.Spread(value, all => Math.Sqrt(all.Values.Sum(pair => pair.Value * Math.Pow(pair.Key - (all.Sum / all.Count), 2)) / all.Count))),
        ("pct" or "percentile", [var value, var percent]) => Cell.Number(percent(Row.Calculated())) is { } rank and >= 0 and <= 100
            ? new(() => new Counter.Spread(value, all => all.Percentile(rank)))
            : throw QueryReader.Refused("the second argument of pct is a number from 0 to 100"),
        _ => throw QueryReader.Refused($"unknown arguments of {name}"),
    };

    /// <summary>What was counted of one group.</summary>
    internal abstract class Counter
    {
        public abstract object? Result { get; }

        public abstract void Add(Row row);

        /// <summary>What is not there is not counted.</summary>
        internal sealed class Fold(Func<Row, object?> read, object? start, Func<object?, object, Row, object?> add) : Counter
        {
            private object? _result = start;

            public override object? Result => _result;

            public override void Add(Row row)
            {
                if (read(row) is { } value)
                {
                    _result = add(_result, value, row);
                }
            }
        }

        internal sealed class First(Func<Row, object?> read, Func<double, double, bool> isBefore) : Counter
        {
            private object? _result;
            private double? _time;

            public override object? Result => _result;

            public override void Add(Row row)
            {
                if (read(row) is { } value && Cell.Number(row["@timestamp"]) is { } time && (_time is null || isBefore(time, _time.Value)))
                {
                    (_result, _time) = (value, time);
                }
            }
        }

        internal sealed class Distinct(Func<Row, object?> read) : Counter
        {
            private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

            public override object? Result => (double)_seen.Count;

            public override void Add(Row row)
            {
                if (Cell.Text(read(row)) is { } text)
                {
                    _seen.Add(text);
                }
            }
        }

        /// <summary>All numbers, as metrics are kept: percentiles are exact up to a thousand different values, then within 0.5 %.</summary>
        internal sealed class Spread(Func<Row, object?> read, Func<Distribution, double?> tell) : Counter
        {
            private readonly Distribution _all = new();

            public override object? Result => _all.Count > 0 ? tell(_all) : null;

            public override void Add(Row row)
            {
                if (Cell.Number(read(row)) is { } number)
                {
                    _all.Add(number);
                }
            }
        }
    }
}
