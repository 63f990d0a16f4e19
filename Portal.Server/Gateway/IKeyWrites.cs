namespace Portal.Server.Gateway;

/// <summary>
/// How a room changes single API keys in the gateway while a person waits: at once, without a change set, because a value may not wait in any table. Sync does it.
/// It makes a key only here, where its value is known; a key that is missing is never made again.
/// </summary>
internal interface IKeyWrites
{
    /// <summary>Makes a key and puts it into its plan. Where that is refused, what was made is taken away again.</summary>
    Task<KeyOutcome> IssueAsync(KeyPlace place, NewKey key, CancellationToken cancellationToken);

    /// <summary>Disables a key and takes it out of its plan: AWS may take a while to hear of one of them. What is gone is well.</summary>
    Task<KeyOutcome> DisableAsync(KeyPlace place, CancellationToken cancellationToken);

    /// <summary>Deletes a key. What is gone is well.</summary>
    Task<KeyOutcome> DeleteAsync(KeyPlace place, CancellationToken cancellationToken);

    /// <summary>Sets what is left to a key in the current period of its plan's quota.</summary>
    Task<KeyOutcome> SetRemainingAsync(KeyPlace place, long remaining, CancellationToken cancellationToken);
}

/// <summary>Where a key is.</summary>
internal sealed record KeyPlace
{
    public required Guid Connection { get; init; }

    /// <summary>The portal's id of the usage plan.</summary>
    public required Guid Plan { get; init; }

    /// <summary>The portal's id of the key.</summary>
    public required Guid Key { get; init; }

    /// <summary>AWS's id of the key, where it is known.</summary>
    public required string? AwsId { get; init; }
}

/// <summary>What became of an interactive write.</summary>
internal abstract record KeyOutcome
{
    /// <param name="AwsId">AWS's id of the key; null where there is none (any more).</param>
    internal sealed record Done(string? AwsId) : KeyOutcome;

    /// <param name="Why">AWS's own words, for those who run the portal; never a value.</param>
    /// <param name="Refusal">What it means for another try.</param>
    /// <param name="IsClean">Whether nothing is left of what was tried: else somebody has to look again.</param>
    internal sealed record Refused(string Why, GatewayRefusal Refusal, bool IsClean) : KeyOutcome;
}
