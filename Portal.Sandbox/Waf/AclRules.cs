using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Portal.Sandbox.Waf;

/// <summary>A web ACL as calls are held against it: its rules by priority, the first of which that blocks or allows ends it, and what holds for all other calls.</summary>
internal sealed class AclRules
{
    private static readonly ConditionalWeakTable<WebAcl, AclRules> Known = [];

    private readonly List<(Func<InspectedCall, bool> Matches, Verdict Verdict)> _rules = [];
    private readonly Verdict _otherwise;

    private AclRules(WebAcl acl)
    {
        StatementReader reader = new();
        List<string> unread = [];
        foreach (var rule in (acl.Given["Rules"] as JsonArray ?? []).OfType<JsonObject>().OrderBy(rule => Number(rule["Priority"])))
        {
            if (rule["Action"] is JsonObject action && (action.ContainsKey("Count") || reader.Read(rule["Statement"]) is null))
            {
                if (!action.ContainsKey("Count"))
                {
                    unread.Add($"{rule["Name"]}");
                }
            }
            else if (rule["Action"] is JsonObject ending && (ending.ContainsKey("Block") || ending.ContainsKey("Allow")))
            {
                _rules.Add((reader.Read(rule["Statement"])!, Of(acl, ending)));
            }
            else
            {
                // Groups of rules, and riddles for browsers.
                unread.Add($"{rule["Name"]}");
            }
        }

        (Unread, NeedsBody, _otherwise) = (unread, reader.NeedsBody, Of(acl, acl.Given["DefaultAction"] as JsonObject ?? []));
    }

    /// <summary>The names of rules that are not understood; no call matches them.</summary>
    public IReadOnlyList<string> Unread { get; }

    public bool NeedsBody { get; }

    public static AclRules Of(WebAcl acl)
    {
        lock (Known)
        {
            return Known.GetValue(acl, static key => new(key));
        }
    }

    public Verdict Judge(InspectedCall call)
    {
        foreach (var (matches, verdict) in _rules)
        {
            if (matches(call))
            {
                return verdict;
            }
        }

        return _otherwise;
    }

    private static Verdict Of(WebAcl acl, JsonObject action) => action["Block"] is not JsonObject block ? Verdict.Allow : new(true, Custom(acl, block["CustomResponse"] as JsonObject));

    private static CustomAnswer? Custom(WebAcl acl, JsonObject? response)
    {
        if (response is null)
        {
            return null;
        }

        var body = response["CustomResponseBodyKey"] is { } key && acl.Given["CustomResponseBodies"]?[$"{key}"] is JsonObject kept ? kept : null;
        return new(
            (int)Number(response["ResponseCode"]),
            [.. (response["ResponseHeaders"] as JsonArray ?? []).OfType<JsonObject>().Select(header => ($"{header["Name"]}", $"{header["Value"]}"))],
            $"{body?["ContentType"]}" switch { "APPLICATION_JSON" => "application/json", "TEXT_HTML" => "text/html", "TEXT_PLAIN" => "text/plain", _ => null },
            $"{body?["Content"]}");
    }

    private static double Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<double>(out var number) ? number : 0;
}
