namespace Portal.Sandbox.Traffic;

/// <summary>Makes up days of calls: metrics, lines of access logs and counts of usage that agree with each other.</summary>
internal static class History
{
    /// <summary>Of each stage only what is not made up yet.</summary>
    public static IReadOnlyList<StageReport> Make(IReadOnlyList<CalledStage> stages, TrafficOrder order, Incident? incident, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var end = Minute(now);
        var start = end.AddDays(-order.Days!.Value);
        List<StageReport> reports = [];
        // A day is written while the next one is made up.
        var writing = Task.CompletedTask;
        foreach (var api in stages.GroupBy(stage => stage.ApiId, StringComparer.Ordinal))
        {
            CalledStage[] called = [.. api];
            DateTimeOffset[] starts = [.. called.Select(stage => Begin(stage, start))];
            ICallMaker[] makers = [.. called.Select(stage => stage.Maker(order, incident, end))];
            Counts[] counts = [.. called.Select(_ => new Counts())];
            HistoryWriter writer = new(called[0].Region);
            for (var hour = Hour(starts.Min()); hour < end; hour = hour.AddHours(1))
            {
                if (cancellationToken.IsCancellationRequested)
                {
                    writing.GetAwaiter().GetResult();
                    cancellationToken.ThrowIfCancellationRequested();
                }

                for (var place = 0; place < called.Length; place++)
                {
                    if (hour.AddHours(1) > starts[place])
                    {
                        Add(writer, makers[place].Hour(hour, starts[place]), counts[place]);
                    }
                }

                if (hour.Hour is 23 || hour.AddHours(1) >= end)
                {
                    writing.GetAwaiter().GetResult();
                    var (day, until) = (writer, hour.AddHours(1) < end ? hour.AddHours(1) : end);
                    writing = Task.Run(() => Write(day, called, starts, until, now), CancellationToken.None);
                    writer = new(called[0].Region);
                }
            }

            reports.AddRange(called.Select((stage, place) => counts[place].Of(stage, starts[place], end)));
        }

        writing.GetAwaiter().GetResult();
        return reports;
    }

    private static void Write(HistoryWriter day, CalledStage[] stages, DateTimeOffset[] starts, DateTimeOffset until, DateTimeOffset now)
    {
        day.Write(now);
        Mark(stages, starts, until);
    }

    private static void Add(HistoryWriter writer, IEnumerable<MadeCall> calls, Counts counts)
    {
        foreach (var call in calls)
        {
            writer.Add(call);
            counts.Add(call);
        }
    }

    private static DateTimeOffset Begin(CalledStage stage, DateTimeOffset start) =>
        stage.Region.Histories.Find(stage.Id) is { } made && made.To > start ? made.To : start;

    /// <summary>Up to there; whoever is cut goes on from it.</summary>
    private static void Mark(CalledStage[] stages, DateTimeOffset[] starts, DateTimeOffset end)
    {
        for (var place = 0; place < stages.Length; place++)
        {
            var made = stages[place].Region.Histories.Find(stages[place].Id);
            if (end > starts[place])
            {
                stages[place].Region.Histories.Put(stages[place].Id, new(made is not null && made.To >= starts[place] && made.From < starts[place] ? made.From : starts[place], end));
            }
        }
    }

    private static DateTimeOffset Minute(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds() / 60 * 60);

    private static DateTimeOffset Hour(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds() / 3_600 * 3_600);

    private sealed class Counts
    {
        private long _lines;
        private long _calls;
        private long _clientErrors;
        private long _serverErrors;
        private long _counted;

        public void Add(MadeCall call)
        {
            _lines++;
            _calls += call.IsCall ? 1 : 0;
            _clientErrors += call.IsClientError ? 1 : 0;
            _serverErrors += call.IsServerError ? 1 : 0;
            _counted += call.CountsForPlan ? 1 : 0;
        }

        public StageReport Of(CalledStage stage, DateTimeOffset from, DateTimeOffset to) => new(stage.ApiId, stage.ApiName, stage.StageName, from, to)
        {
            Calls = _calls,
            ClientErrors = _clientErrors,
            ServerErrors = _serverErrors,
            Counted = _counted,
            Lines = stage.Log is null ? 0 : _lines,
        };
    }
}
