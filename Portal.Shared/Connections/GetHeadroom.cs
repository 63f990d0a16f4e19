namespace Portal.Shared.Connections;

/// <summary>Asks how much of AWS's quotas of an account and Region is in use. It lists what is there, so it takes some seconds.</summary>
[Demands(Policies.ReadConnections)]
[Limited(30)]
public sealed record GetHeadroom(Guid Id) : IRequest<HeadroomView>;

public sealed record HeadroomView
{
    public required IReadOnlyList<QuotaView> Quotas { get; init; }

    /// <summary>How many REST APIs there are.</summary>
    public required int Apis { get; init; }

    /// <summary>Of how many of them resources and stages are counted so far: a few more each time, those first that were counted longest ago.</summary>
    public required int ApisCounted { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>A quota of AWS and what is in use of it. AWS may have raised it for an account: the limit is the one that everybody has.</summary>
public sealed record QuotaView
{
    /// <summary>From this share on there is a warning.</summary>
    public const double Tight = 0.8;

    /// <summary>What it counts: "API keys".</summary>
    public required string What { get; init; }

    public required int Used { get; init; }

    public required int Limit { get; init; }

    /// <summary>Whether AWS raises it on request.</summary>
    public required bool CanBeRaised { get; init; }

    /// <summary>Of what it is counted, where that is one thing of many: the API's name.</summary>
    public string? Of { get; init; }

    public double Share => (double)Used / Limit;

    public bool IsTight => Share >= Tight;
}
