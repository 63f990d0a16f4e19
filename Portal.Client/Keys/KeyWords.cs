using System.Diagnostics;
using System.Globalization;
using Portal.Client.Ui;
using Portal.Shared.Keys;
using Portal.Shared.Plans;

namespace Portal.Client.Keys;

/// <summary>Keys, subscriptions and limits in words, for developers and for those who sell alike.</summary>
internal static class KeyWords
{
    public static string Word(this ApiKeyState state, bool isEnding = false) => state switch
    {
        ApiKeyState.Active or ApiKeyState.Rotating when isEnding => "Being revoked",
        ApiKeyState.Requested => "Waits for approval",
        ApiKeyState.Approved => "Ready to be issued",
        ApiKeyState.Issuing => "Being issued",
        ApiKeyState.Active => "Active",
        ApiKeyState.Rotating => "Being replaced",
        ApiKeyState.Expired => "Expired",
        ApiKeyState.Revoked => "Revoked",
        ApiKeyState.Failed => "Not issued",
        _ => throw new UnreachableException(),
    };

    public static Tone Tone(this ApiKeyState state, bool isEnding = false) => state switch
    {
        ApiKeyState.Active or ApiKeyState.Rotating when isEnding => Ui.Tone.Warning,
        ApiKeyState.Requested or ApiKeyState.Issuing => Ui.Tone.Info,
        ApiKeyState.Approved => Ui.Tone.Accent,
        ApiKeyState.Active => Ui.Tone.Good,
        ApiKeyState.Rotating => Ui.Tone.Warning,
        ApiKeyState.Failed => Ui.Tone.Bad,
        ApiKeyState.Expired or ApiKeyState.Revoked => Ui.Tone.Neutral,
        _ => throw new UnreachableException(),
    };

    public static string Word(this SubscriptionState state) => state switch
    {
        SubscriptionState.Requested => "Waits for approval",
        SubscriptionState.Approved => "Approved",
        SubscriptionState.Refused => "Refused",
        SubscriptionState.Ended => "Ended",
        _ => throw new UnreachableException(),
    };

    public static Tone Tone(this SubscriptionState state) => state switch
    {
        SubscriptionState.Requested => Ui.Tone.Info,
        SubscriptionState.Approved => Ui.Tone.Good,
        SubscriptionState.Refused => Ui.Tone.Bad,
        SubscriptionState.Ended => Ui.Tone.Neutral,
        _ => throw new UnreachableException(),
    };

    /// <summary>"100 requests per second with bursts of 200; 1,000 requests per day".</summary>
    public static string Limits(Throttle? throttle, Quota? quota) => (throttle, quota) switch
    {
        (null, null) => "No limits of its own",
        ({ } rate, null) => Words(rate),
        (null, { } limit) => Words(limit),
        ({ } rate, { } limit) => $"{Words(rate)}; {Words(limit)}",
    };

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Period(this Quota quota) => quota.Period.ToString().ToLowerInvariant();

    private static string Words(Throttle throttle) => string.Create(CultureInfo.InvariantCulture, $"{throttle.RateLimit:#,0.###} requests per second with bursts of {throttle.BurstLimit:N0}");

    private static string Words(Quota quota) => $"{Number(quota.Limit)} {(quota.Limit is 1 ? "request" : "requests")} per {quota.Period()}";
}
