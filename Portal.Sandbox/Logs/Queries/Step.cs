using System.Text.RegularExpressions;

namespace Portal.Sandbox.Logs.Queries;

/// <summary>One command of a query at work: rows go in one by one, and what comes of them goes on to the next.</summary>
internal abstract class Step
{
    public Step? Next { get; set; }

    public abstract void Take(Row row);

    /// <summary>There are no more rows.</summary>
    public virtual void End() => Next?.End();

    protected void Pass(Row row) => Next?.Take(row);

    internal sealed class Filter(Func<Row, object?> holds) : Step
    {
        public override void Take(Row row)
        {
            if (Cell.Truth(holds(row)))
            {
                Pass(row);
            }
        }
    }

    /// <summary>Calculates what is shown or used later.</summary>
    internal sealed class Calculate(IReadOnlyList<(string Name, Func<Row, object?> Read)> fields) : Step
    {
        public override void Take(Row row)
        {
            foreach (var (name, read) in fields)
            {
                row.Set(name, read(row));
            }

            Pass(row);
        }
    }

    /// <summary>Takes fields out of a text. Of a text that does not match there are none.</summary>
    internal sealed class Parse(Func<Row, object?> read, Regex pattern, IReadOnlyList<string> names) : Step
    {
        public override void Take(Row row)
        {
            if (Cell.Text(read(row)) is { } text && Matched(text) is { Success: true } match)
            {
                for (var place = 0; place < names.Count; place++)
                {
                    row.Set(names[place], match.Groups[place + 1].Value);
                }
            }

            Pass(row);
        }

        private Match? Matched(string text)
        {
            try
            {
                return pattern.Match(text);
            }
            catch (RegexMatchTimeoutException)
            {
                return null;
            }
        }
    }

    internal sealed class Stats(IReadOnlyList<Aggregate> aggregates, IReadOnlyList<(string Name, Func<Row, object?> Read)> shown, IReadOnlyList<(string Name, Func<Row, object?> Read)> keys) : Step
    {
        private const int MostGroups = 200_000;

        private readonly Dictionary<string, (object?[] Keys, Aggregate.Counter[] Counters)> _groups = new(StringComparer.Ordinal);

        public override void Take(Row row)
        {
            object?[] values = [.. keys.Select(key => key.Read(row))];
            var name = string.Join('\u001f', values.Select(Cell.Text));
            if (!_groups.TryGetValue(name, out var group))
            {
                _groups[name] = group = _groups.Count < MostGroups ? (values, Started()) : throw QueryReader.Refused("the query has too many groups");
            }

            foreach (var counter in group.Counters)
            {
                counter.Add(row);
            }
        }

        public override void End()
        {
            // Of nothing the count is 0, unless it is asked for by something.
            var groups = _groups.Count is 0 && keys.Count is 0 ? [([], Started())] : _groups.Values.ToList();
            foreach (var (values, counters) in groups)
            {
                var row = Row.Calculated();
                for (var place = 0; place < values.Length; place++)
                {
                    row.Set(keys[place].Name, values[place]);
                }

                for (var place = 0; place < counters.Length; place++)
                {
                    row.Set($"#{place}", counters[place].Result);
                }

                foreach (var (name, read) in shown)
                {
                    row.Set(name, read(row));
                }

                Pass(row);
            }

            base.End();
        }

        private Aggregate.Counter[] Started() => [.. aggregates.Select(aggregate => aggregate.Start())];
    }

    /// <summary>Sorts, and keeps no more than can be wanted. What lacks a field comes last.</summary>
    internal sealed class Sort(IReadOnlyList<(Func<Row, object?> Read, bool IsDescending)> keys, int most) : Step
    {
        private List<Row> _rows = [];

        public override void Take(Row row)
        {
            _rows.Add(row);
            if (_rows.Count > (long)most * 4)
            {
                _rows = Sorted();
            }
        }

        public override void End()
        {
            foreach (var row in Sorted())
            {
                Pass(row);
            }

            base.End();
        }

        private List<Row> Sorted() => [.. _rows.Order(Comparer<Row>.Create(Compare)).Take(most)];

        private int Compare(Row left, Row right)
        {
            foreach (var (read, isDescending) in keys)
            {
                var order = (read(left), read(right)) switch
                {
                    (null, null) => 0,
                    (null, _) => 1,
                    (_, null) => -1,
                    ({ } one, { } other) => isDescending ? Cell.Compare(other, one) : Cell.Compare(one, other),
                };
                if (order is not 0)
                {
                    return order;
                }
            }

            return 0;
        }
    }

    internal sealed class Limit(int most) : Step
    {
        private int _seen;

        public override void Take(Row row)
        {
            if (_seen++ < most)
            {
                Pass(row);
            }
        }
    }

    /// <summary>Counts what goes through.</summary>
    internal sealed class Count : Step
    {
        public long Rows { get; private set; }

        public override void Take(Row row)
        {
            Rows++;
            Pass(row);
        }
    }

    /// <summary>Keeps the result as it is shown: what is not there is left out.</summary>
    internal sealed class Show(IReadOnlyList<string> columns) : Step
    {
        public List<IReadOnlyList<(string Field, string Value)>> Rows { get; } = [];

        public override void Take(Row row) =>
            Rows.Add([.. columns.Select(column => (column, Cell.Text(row[column]))).Where(pair => pair.Item2 is not null).Select(pair => (pair.column, pair.Item2!))]);
    }
}
