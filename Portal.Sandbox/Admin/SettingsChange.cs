using System.Text.Json;

namespace Portal.Sandbox.Admin;

/// <summary>Settings as JSON says them, times in seconds. What is absent stays as it is; a list replaces the list.</summary>
internal sealed record SettingsChange
{
    private const double Longest = 86_400;

    public const string Form = """Settings are {"quotas"?: true, "verifySignatures"?: true, "keysAfter"?: seconds, "deploymentsAfter"?: seconds, "eventsAfter"?: seconds, "callers"?: [{"accessKeyId", "account"?, "userName"?, "secretAccessKey"?}], "deny"?: [{"caller"?, "action"?, "resource"?}]}; times are 0 to 86400, an account has twelve digits, a user name is of letters, digits and +=,.@_-.""";

    public bool? Quotas { get; init; }

    public bool? VerifySignatures { get; init; }

    public double? KeysAfter { get; init; }

    public double? DeploymentsAfter { get; init; }

    public double? EventsAfter { get; init; }

    public IReadOnlyList<SandboxCaller>? Callers { get; init; }

    public IReadOnlyList<DenyRule>? Deny { get; init; }

    /// <summary>Throws <see cref="FormatException"/> for what makes no sense.</summary>
    public static SettingsChange Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, AdminJson.Default.SettingsChange) is { IsSensible: true } change ? change : throw new FormatException(Form);
        }
        catch (JsonException)
        {
            throw new FormatException(Form);
        }
    }

    private bool IsSensible =>
        new[] { KeysAfter, DeploymentsAfter, EventsAfter }.All(seconds => seconds is null or (>= 0 and <= Longest))
        && (Callers ?? []).All(IsCaller)
        && (Deny ?? []).All(rule => rule is not null);

    public SandboxSettings Applied(SandboxSettings settings) => settings with
    {
        Quotas = Quotas ?? settings.Quotas,
        VerifySignatures = VerifySignatures ?? settings.VerifySignatures,
        KeysAfter = Seconds(KeysAfter) ?? settings.KeysAfter,
        DeploymentsAfter = Seconds(DeploymentsAfter) ?? settings.DeploymentsAfter,
        EventsAfter = Seconds(EventsAfter) ?? settings.EventsAfter,
        Callers = Callers ?? settings.Callers,
        Deny = Deny ?? settings.Deny,
    };

    /// <summary>As they are told to whoever asks: without secrets.</summary>
    public static SettingsChange Shown(SandboxSettings settings) => new()
    {
        Quotas = settings.Quotas,
        VerifySignatures = settings.VerifySignatures,
        KeysAfter = settings.KeysAfter.TotalSeconds,
        DeploymentsAfter = settings.DeploymentsAfter.TotalSeconds,
        EventsAfter = settings.EventsAfter.TotalSeconds,
        Callers = [.. settings.Callers.Select(caller => caller with { SecretAccessKey = null })],
        Deny = settings.Deny,
    };

    private static bool IsCaller(SandboxCaller? caller) =>
        caller is { AccessKeyId.Length: > 0 }
        && caller.Account is null or { Length: 12 }
        && (caller.Account ?? "").All(char.IsAsciiDigit)
        && caller.UserName is null or { Length: > 0 and <= 64 }
        && (caller.UserName ?? "").All(c => char.IsAsciiLetterOrDigit(c) || "+=,.@_-".Contains(c, StringComparison.Ordinal));

    private static TimeSpan? Seconds(double? seconds) => seconds is { } value ? TimeSpan.FromSeconds(value) : null;
}
