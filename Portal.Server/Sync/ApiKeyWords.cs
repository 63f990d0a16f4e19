using System.Diagnostics;
using Portal.Server.Gateway;

namespace Portal.Server.Sync;

/// <summary>Tells what changes about an API key.</summary>
internal static class ApiKeyWords
{
    public static IReadOnlyList<string> Of(ApiKeySpec? before, ApiKeySpec? after, IReadOnlyDictionary<string, string> names) => (before, after) switch
    {
        ({ } was, { } now) => [$"Changes the API key {names.GetValueOrDefault(now.Address.ToString(), now.Name)}.", .. Changes(was, now)],
        (null, { } key) => [$"Makes the API key {key.Name}."],
        ({ } key, null) => [$"Deletes the API key {key.Name}."],
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<string> Changes(ApiKeySpec was, ApiKeySpec now)
    {
        if (was.Enabled != now.Enabled)
        {
            yield return now.Enabled ? "Enables it: calls with it are let in again." : "Disables it: calls with it are refused.";
        }

        if (was.InPlan != now.InPlan)
        {
            yield return now.InPlan ? "Puts it into its plan: calls with it are let in again." : "Takes it out of its plan: calls with it are refused.";
        }

        if (was.Name != now.Name)
        {
            yield return $"Name: {DifferenceLine.Quoted(was.Name)} -> {DifferenceLine.Quoted(now.Name)}.";
        }

        if (was.Description != now.Description)
        {
            yield return $"Description: {DifferenceLine.Quoted(was.Description)} -> {DifferenceLine.Quoted(now.Description)}.";
        }

        if (was.CustomerId != now.CustomerId)
        {
            yield return $"Customer of AWS Marketplace: {DifferenceLine.Quoted(was.CustomerId)} -> {DifferenceLine.Quoted(now.CustomerId)}.";
        }

        foreach (var sentence in TagWords.Of(was.Tags, now.Tags))
        {
            yield return sentence;
        }

        if (was.Marked != now.Marked)
        {
            yield return now.Marked ? "Puts the tag portal:id on." : "Takes the tag portal:id off: after a call without an answer the portal would not find it any more.";
        }
    }
}
