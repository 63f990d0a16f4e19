using System.Text.Json.Nodes;

namespace Portal.Sandbox.Waf;

/// <summary>A web ACL: what it was made of, which is shown as it came, and what it got.</summary>
internal sealed record WebAcl
{
    public required string Name { get; init; }

    public required string Id { get; init; }

    /// <summary>REGIONAL or CLOUDFRONT.</summary>
    public required string Scope { get; init; }

    public required string Arn { get; init; }

    public string? Description { get; init; }

    public required string LockToken { get; init; }

    /// <summary>Action, rules, visibility and whatever else was given.</summary>
    public required JsonObject Given { get; init; }

    public JsonObject Summary => Without(new()
    {
        [nameof(Name)] = Name,
        [nameof(Id)] = Id,
        [nameof(Description)] = Description,
        [nameof(LockToken)] = LockToken,
        ["ARN"] = Arn,
    });

    public JsonObject Shown
    {
        get
        {
            JsonObject shown = new() { [nameof(Name)] = Name, [nameof(Id)] = Id, ["ARN"] = Arn, [nameof(Description)] = Description };
            foreach (var (name, value) in Given)
            {
                shown[name] = value?.DeepClone();
            }

            shown["ManagedByFirewallManager"] = false;
            shown["LabelNamespace"] = $"awswaf:{Arn.Split(':')[4]}:webacl:{Name}:";
            return Without(shown);
        }
    }

    private static JsonObject Without(JsonObject shown)
    {
        if (shown[nameof(Description)] is null)
        {
            shown.Remove(nameof(Description));
        }

        return shown;
    }
}
