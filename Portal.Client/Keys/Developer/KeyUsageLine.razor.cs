using Microsoft.AspNetCore.Components;
using Portal.Shared.Keys;

namespace Portal.Client.Keys.Developer;

/// <summary>What a key used: the sum and what is left, and behind it the days on which it was used, the latest first.</summary>
public sealed partial class KeyUsageLine
{
    [Parameter, EditorRequired]
    public required ApiKeyUsage Of { get; set; }

    private string Summary => $"{KeyWords.Number(Of.Days.Sum(day => day.Used))} used in 30 days" + Left;

    private string Left => Of is { Quota: { } quota, Remaining: { } remaining } ? $", {KeyWords.Number(remaining)} of {KeyWords.Number(quota.Limit)} left this {quota.Period()}" : "";

    private List<UsageDay> Used => [.. Of.Days.Where(day => day.Used > 0).Reverse()];
}
