using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Waf;

/// <summary>The life of a web ACL.</summary>
internal static partial class WebAclOperations
{
    private const string Scopes = "CLOUDFRONT, REGIONAL";
    private const int Most = 100;

    private static readonly string[] Kept = ["DefaultAction", "Rules", "VisibilityConfig", "DataProtectionConfig", "CustomResponseBodies", "CaptchaConfig", "ChallengeConfig", "TokenDomains", "AssociationConfig", "OnSourceDDoSProtectionConfig", "ApplicationConfig"];

    public static IReadOnlyList<Operation> All { get; } =
    [
        WafOperations.Named("CreateWebACL", Create),
        WafOperations.Named("GetWebACL", Get),
        WafOperations.Named("UpdateWebACL", Update),
        WafOperations.Named("ListWebACLs", List),
        WafOperations.Named("DeleteWebACL", Delete),
    ];

    private static Answer Create(Call call)
    {
        var (body, scope, name) = (call.Body, Scope(call), call.Body.Text("Name") ?? "");
        if (name.Length is < 1 or > 128 || !EntityName().IsMatch(name))
        {
            throw WafErrors.Invalid(@"The parameter doesn't satisfy the pattern ^[\w\-]+$", "ENTITY_NAME", name);
        }

        Check(body);
        if (call.Region.WebAcls.All.Values.Any(other => other.Name == name && other.Scope == scope))
        {
            throw WafErrors.Duplicate;
        }

        var id = Guid.NewGuid().ToString();
        var acl = new WebAcl
        {
            Name = name,
            Id = id,
            Scope = scope,
            Arn = $"arn:aws:wafv2:{call.Region.Name}:{call.Region.Account}:{(scope is "REGIONAL" ? "regional" : "global")}/webacl/{name}/{id}",
            Description = body.Text("Description"),
            LockToken = Guid.NewGuid().ToString(),
            Given = Given(call),
        };
        call.Region.WebAcls.Put(acl.Id, acl);
        return WafOperations.Ok(new() { ["Summary"] = acl.Summary });
    }

    /// <summary>All but name and scope is as the last call says.</summary>
    private static Answer Update(Call call)
    {
        var acl = Find(call);
        Check(call.Body);
        if (call.Body.Text("LockToken") != acl.LockToken)
        {
            throw WafErrors.Changed;
        }

        var changed = acl with { Description = call.Body.Text("Description"), LockToken = Guid.NewGuid().ToString(), Given = Given(call) };
        call.Region.WebAcls.Put(acl.Id, changed);
        return WafOperations.Ok(new() { ["NextLockToken"] = changed.LockToken });
    }

    private static void Check(RequestBody body)
    {
        if (body.Object("DefaultAction") is not { } action || action.Has("Allow") == action.Has("Block"))
        {
            throw WafErrors.Invalid("You must specify exactly one action, Allow or Block", "DEFAULT_ACTION", "");
        }

        if (body.Object("VisibilityConfig") is not { } visibility || visibility.Text("MetricName") is not { Length: > 0 } || visibility.Flag("SampledRequestsEnabled") is null || visibility.Flag("CloudWatchMetricsEnabled") is null)
        {
            throw WafErrors.Invalid("A required field is missing from the parameter", "VISIBILITY_CONFIG", "");
        }
    }

    private static JsonObject Given(Call call)
    {
        try
        {
            var given = JsonNode.Parse(call.Content.Span, documentOptions: new() { AllowDuplicateProperties = false })!.AsObject();
            return new(Kept.Where(given.ContainsKey).Select(member => KeyValuePair.Create(member, given[member]?.DeepClone()))) { ["Rules"] = given["Rules"]?.DeepClone() ?? new JsonArray() };
        }
        catch (JsonException)
        {
            throw AwsError.Serialization("A member stands twice");
        }
    }

    private static Answer Get(Call call)
    {
        var acl = call.Body.Text("ARN") is { } arn ? call.Region.WebAcls.All.Values.FirstOrDefault(one => one.Arn == arn) ?? throw WafErrors.Missing : Find(call);
        return WafOperations.Ok(new() { ["WebACL"] = acl.Shown, ["LockToken"] = acl.LockToken });
    }

    private static Answer List(Call call)
    {
        var scope = Scope(call);
        var limit = call.Body.Whole("Limit") ?? Most;
        if (limit is < 1 or > Most)
        {
            throw WafErrors.Invalid("The value must be between 1 and 100", "PAGINATION_LIMIT", $"{limit}");
        }

        var after = call.Body.Text("NextMarker");
        var found = call.Region.WebAcls.All.After(after).Where(acl => acl.Scope == scope).Take(limit + 1).ToList();
        JsonObject answer = new() { ["WebACLs"] = new JsonArray([.. found.Take(limit).Select(acl => acl.Summary)]) };
        if (found.Count > limit)
        {
            answer["NextMarker"] = found[limit - 1].Id;
        }

        return WafOperations.Ok(answer);
    }

    private static Answer Delete(Call call)
    {
        var acl = Find(call);
        if (call.Body.Text("LockToken") != acl.LockToken)
        {
            throw WafErrors.Changed;
        }

        if (AssociationOperations.StagesOf(call.Region, acl.Arn).Any())
        {
            throw WafErrors.InUse;
        }

        call.Region.WebAcls.Remove(acl.Id);
        return WafOperations.Ok([]);
    }

    private static WebAcl Find(Call call)
    {
        var scope = Scope(call);
        return call.Body.Text("Id") is { } id && call.Region.WebAcls.Find(id) is { } acl && acl.Scope == scope && acl.Name == call.Body.Text("Name") ? acl : throw WafErrors.Missing;
    }

    private static string Scope(Call call)
    {
        var scope = call.Body.OneOf("Scope", Scopes);
        call.Body.Checked();
        return scope switch
        {
            null => throw WafErrors.Invalid("A required field is missing from the parameter", "SCOPE_VALUE", ""),
            "CLOUDFRONT" when call.Region.Name is not "us-east-1" => throw WafErrors.Invalid("The scope is not valid.", "SCOPE_VALUE", scope),
            _ => scope,
        };
    }

    [GeneratedRegex(@"^[\w\-]+$", RegexOptions.CultureInvariant | RegexOptions.ECMAScript)]
    private static partial Regex EntityName();
}
