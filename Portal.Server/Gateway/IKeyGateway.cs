namespace Portal.Server.Gateway;

/// <summary>
/// API keys of one connection: only Sync opens it. A value goes in when a key is made and never comes out: what AWS says of values is dropped behind this.
/// A call that AWS refuses throws <see cref="GatewayRefusedException"/>.
/// </summary>
internal interface IKeyGateway
{
    /// <summary>AWS's id of the key that bears the mark; null where none does.</summary>
    Task<string?> FindAsync(Guid key, CancellationToken cancellationToken);

    /// <summary>Makes a key that is enabled and in no plan, and marks it as ours in the same call. AWS's id of it.</summary>
    Task<string> CreateAsync(NewKey key, CancellationToken cancellationToken);

    /// <summary>Lets the key in where the plan does; both by AWS's ids, and the key by its mark too. Nothing, if it is in it.</summary>
    Task PutIntoPlanAsync(Guid mark, string key, string plan, CancellationToken cancellationToken);

    Task DisableAsync(string key, CancellationToken cancellationToken);

    /// <summary>Nothing, if it is not in it.</summary>
    Task TakeOutOfPlanAsync(string key, string plan, CancellationToken cancellationToken);

    Task DeleteAsync(string key, CancellationToken cancellationToken);

    /// <summary>How many requests are left to the key in the current period of the plan's quota.</summary>
    Task SetRemainingAsync(string key, string plan, long remaining, CancellationToken cancellationToken);
}

/// <summary>A key that is to be made.</summary>
internal sealed record NewKey
{
    /// <summary>The portal's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What people in the AWS console read of it.</summary>
    public required string Description { get; init; }

    public required string Value { get; init; }

    /// <summary>Never the value: this may end in a log.</summary>
    public override string ToString() => $"{nameof(NewKey)} {{ {Id} }}";
}

/// <summary>What a key used on one day, in UTC.</summary>
/// <param name="Day">The day.</param>
/// <param name="Used">Requests that were let in.</param>
/// <param name="Remaining">What was left of the quota's period at its end; null where the plan has no quota.</param>
internal sealed record KeyUsageDay(DateOnly Day, long Used, long? Remaining);
