namespace Portal.Server.Sync.Drift;

/// <summary>Settings "Drift": how often gateways are held against what the portal left there.</summary>
internal sealed record DriftOptions
{
    /// <summary>Whether that happens by itself; somebody may ask for it at any time.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>From one quick check of an API or usage plan to the next.</summary>
    public TimeSpan Quick { get; init; } = TimeSpan.FromHours(1);

    /// <summary>From one full check to the next.</summary>
    public TimeSpan Full { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How many are looked at at once; the pace of their calls is another matter.</summary>
    public int AtOnce { get; init; } = 8;

    public static DriftOptions Of(IConfiguration configuration)
    {
        var options = configuration.GetSection("Drift").Get<DriftOptions>() ?? new DriftOptions();

        if (options.Quick < TimeSpan.FromMinutes(1) || options.Full < options.Quick)
        {
            throw new InvalidOperationException("Drift:Quick must be a minute or more, and Drift:Full not shorter than that.");
        }

        return options.AtOnce is >= 1 and <= 32 ? options : throw new InvalidOperationException("Drift:AtOnce must be between 1 and 32.");
    }
}
