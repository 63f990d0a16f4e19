namespace Portal.Sandbox;

/// <summary>How strict the sandbox is. With nothing set it lets everyone in, at any pace, and shows every change at once; a drill can switch it while it runs.</summary>
public sealed record SandboxSettings
{
    /// <summary>Whether AWS's quotas of control-plane calls a second hold, for each account and Region.</summary>
    public bool Quotas { get; init; }

    /// <summary>Whether signatures are checked, of operations and of calls of methods with AWS_IAM; then only <see cref="Callers"/> with a secret, and the roles they assume, get in.</summary>
    public bool VerifySignatures { get; init; }

    /// <summary>How long stages do not see a new, changed or deleted API key or usage plan.</summary>
    public TimeSpan KeysAfter { get; init; }

    /// <summary>How long callers of stages do not see a deployment, or a change of a stage.</summary>
    public TimeSpan DeploymentsAfter { get; init; }

    /// <summary>How long CloudTrail does not show a call.</summary>
    public TimeSpan EventsAfter { get; init; }

    public IReadOnlyList<SandboxCaller> Callers { get; init; } = [];

    public IReadOnlyList<DenyRule> Deny { get; init; } = [];
}

/// <summary>Whose an access key is. A key that no caller has belongs to the user <c>sandbox</c> of account 123456789012.</summary>
public sealed record SandboxCaller
{
    public required string AccessKeyId { get; init; }

    /// <summary>Twelve digits.</summary>
    public string? Account { get; init; }

    public string? UserName { get; init; }

    /// <summary>What the caller signs with; without it none of its signatures is good where they are checked.</summary>
    public string? SecretAccessKey { get; init; }

    // A record would print the secret.
    public override string ToString() => $"{nameof(SandboxCaller)} {{ {AccessKeyId} }}";
}

/// <summary>What is denied to whom, as an IAM policy would. <c>*</c> stands for any text and <c>?</c> for any character; what is not given denies all.</summary>
public sealed record DenyRule
{
    /// <summary>An access key, or the ARN of a user, a role or an assumed role.</summary>
    public string? Caller { get; init; }

    /// <summary>Such as <c>apigateway:PATCH</c> or <c>logs:CreateLogGroup</c>.</summary>
    public string? Action { get; init; }

    /// <summary>Such as <c>arn:aws:apigateway:eu-central-1::/restapis/*</c>.</summary>
    public string? Resource { get; init; }
}
