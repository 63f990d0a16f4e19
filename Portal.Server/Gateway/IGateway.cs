namespace Portal.Server.Gateway;

/// <summary>
/// The boundary to API Gateway of one connection. Reading may be done by anyone; only Sync calls the writing members.
/// A call that AWS refuses throws <see cref="GatewayRefusedException"/>; what cannot be known (a time-out) says so in it.
/// </summary>
internal interface IGateway
{
    /// <summary>Reads what bears our mark within the scope: of an API all that belongs to it, those deployments that are ours, and the named stages; of a usage plan the plan.</summary>
    Task<GatewayState> ReadAsync(GatewayScope scope, CancellationToken cancellationToken);

    /// <summary>
    /// Looks whether something has changed, with what stands beside the specs. Of an API it takes eight calls, or three where it is known how it was: then what they do not show
    /// is taken from there.
    /// </summary>
    Task<GatewayLook> LookAsync(GatewayScope scope, GatewayState? known, CancellationToken cancellationToken);

    /// <summary>Makes one thing as the spec says, and marks it as ours in the same call. Looks first for one that an earlier, cut call may have made.</summary>
    Task CreateAsync(Spec after, CancellationToken cancellationToken);

    Task UpdateAsync(Spec before, Spec after, CancellationToken cancellationToken);

    Task DeleteAsync(Spec before, CancellationToken cancellationToken);

    /// <summary>Where a stage can be called, and the identifiers AWS gave; null while it does not exist.</summary>
    Task<StageAddress?> FindStageAsync(Address api, string stage, CancellationToken cancellationToken);

    /// <summary>AWS's id of a usage plan by the portal's; null while it does not exist.</summary>
    Task<string?> FindUsagePlanAsync(string plan, CancellationToken cancellationToken);

    /// <summary>The same, to let keys in or change what is left to them. Throws where the plan was imported and is not adopted, or another tool owns it.</summary>
    Task<string?> FindOwnUsagePlanAsync(string plan, CancellationToken cancellationToken);

    /// <summary>What an API key used of a plan, day by day; both by AWS's ids. Days on which it used nothing may be missing, and it is late by some minutes.</summary>
    Task<IReadOnlyList<KeyUsageDay>> ReadUsageAsync(string key, string plan, DateOnly first, DateOnly last, CancellationToken cancellationToken);

    /// <summary>The value of a key, by AWS's id, for one call of its owner's: it is neither kept nor shown. Null where there is no such key.</summary>
    Task<string?> ReadKeyValueAsync(string key, CancellationToken cancellationToken);
}

/// <summary>Where a stage answers.</summary>
/// <param name="RestApiId">AWS's id of the API.</param>
/// <param name="InvokeUrl">The base URL of the stage, without a slash at its end.</param>
/// <param name="Arn">The stage's ARN.</param>
internal sealed record StageAddress(string RestApiId, string InvokeUrl, string Arn);

/// <summary>Finds the gateway of a connection.</summary>
internal interface IGateways
{
    Task<IGateway> OpenAsync(Guid connection, CancellationToken cancellationToken);

    /// <summary>Its API keys, to change them: for Sync alone.</summary>
    Task<IKeyGateway> OpenKeysAsync(Guid connection, CancellationToken cancellationToken);
}
