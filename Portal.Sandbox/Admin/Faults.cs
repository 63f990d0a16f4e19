namespace Portal.Sandbox.Admin;

/// <summary>The faults that are injected into the control plane. Thread-safe.</summary>
internal sealed class Faults
{
    private readonly Lock _gate = new();
    private readonly List<Armed> _armed = [];

    public IReadOnlyList<FaultRule> Rules
    {
        get
        {
            lock (_gate)
            {
                return [.. _armed.Select(armed => armed.Rule)];
            }
        }
    }

    public void Add(FaultRule rule)
    {
        lock (_gate)
        {
            _armed.Add(new(rule));
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _armed.Clear();
        }
    }

    /// <summary>Counts a call against every rule; the first that strikes decides.</summary>
    public FaultRule? Strike(string operation)
    {
        lock (_gate)
        {
            FaultRule? struck = null;
            foreach (var armed in _armed.Where(armed => armed.Rule.Operation is "*" || armed.Rule.Operation == operation))
            {
                if (armed.Strikes() && struck is null)
                {
                    struck = armed.Rule;
                }
            }

            return struck;
        }
    }

    private sealed class Armed(FaultRule rule)
    {
        private readonly Random _random = rule.Seed is { } seed ? new(seed) : Random.Shared;
        private int _calls;
        private int _struck;

        public FaultRule Rule => rule;

        public bool Strikes()
        {
            _calls++;
            var strikes = _calls >= (rule.Nth ?? 1) && _struck < (rule.Count ?? (rule is { Nth: not null, Every: null } ? 1 : int.MaxValue))
                && (_calls - (rule.Nth ?? 1) + 1) % (rule.Every ?? 1) == 0
#pragma warning disable CA5394 // Chance of a drill, not a secret.
                && (rule.Probability is not { } probability || _random.NextDouble() < probability);
#pragma warning restore CA5394
            _struck += strikes ? 1 : 0;
            return strikes;
        }
    }
}
