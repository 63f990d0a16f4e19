namespace Portal.Sandbox.Execution.Authorizers;

/// <summary>Who calls, as whoever was asked says it: an authorizer's function, a token, or a signature.</summary>
internal sealed record Caller
{
    public string? PrincipalId { get; init; }

    /// <summary>What a function adds for mappings, logs and integrations.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>What a token says.</summary>
    public IReadOnlyDictionary<string, string>? Claims { get; init; }

    /// <summary>The scopes of a token.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The API key to count the call under, where the API takes its keys from authorizers.</summary>
    public string? UsageIdentifierKey { get; init; }

    /// <summary>Who signed, as IAM knows it; null where nobody did.</summary>
    public Access.Caller? Signer { get; init; }

    public string? AccessKey => Signer?.AccessKeyId;

    /// <summary>A value of <c>$context.authorizer</c>.</summary>
    public string? Value(string name) => name switch
    {
        "principalId" => PrincipalId,
        _ when Claims is not null && name.StartsWith("claims.", StringComparison.Ordinal) => Claims.GetValueOrDefault(name["claims.".Length..]),
        _ => Values.GetValueOrDefault(name),
    };
}
