using System.Text.RegularExpressions;
using Portal.Sandbox.Admin;
using Portal.Sandbox.Execution.Policies;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Access;

/// <summary>Whether a caller may: no rule denies it, and the policy of its session, where it has one, allows it. IAM's action and ARN of a call are held against both.</summary>
internal sealed class Permissions(Controls controls)
{
    public void Check(Caller caller, CallScope scope, Operation operation, string[] segments, ReadOnlyMemory<byte> input, string verb, AccessErrors errors)
    {
        // Who one is, everybody may ask.
        if (!MayBeRefused(caller) || operation is { Service: "sts", Name: "GetCallerIdentity" })
        {
            return;
        }

        var (action, resource) = IamRequest.Of(scope, operation, segments, input, verb);
        if (Refusal(caller, action, resource, scope.Region) is { } refusal)
        {
            throw errors.Denied(caller, action, resource, refusal.Why);
        }
    }

    /// <summary>Whether there is anything to be asked at all.</summary>
    public bool MayBeRefused(Caller caller) => controls.Settings.Deny is not [] || caller is Caller.AssumedRole { Policy: not null };

    /// <summary>Why a caller may not; null if it may.</summary>
    public Refused? Refusal(Caller caller, string action, string resource, string region)
    {
        if (controls.Settings.Deny.Any(rule => caller.Names.Any(name => Fits(rule.Caller, name)) && Fits(rule.Action, action, RegexOptions.IgnoreCase) && Fits(rule.Resource, resource)))
        {
            return new(true, "with an explicit deny in an identity-based policy");
        }

        return caller is Caller.AssumedRole { Policy: { } policy } role
            ? PolicyDocument.Parse(policy).Decide(new(resource, role.RoleArn, key => Key(role, region, key)) { Action = action }) switch
            {
                PolicyDecision.Allowed => null,
                PolicyDecision.Denied => new(true, "with an explicit deny in a session policy"),
                _ => new(false, $"because no session policy allows the {action} action"),
            }
            : null;
    }

    private static string? Key(Caller.AssumedRole role, string region, string key) => key switch
    {
        "aws:principalarn" => role.RoleArn,
        "aws:principalaccount" => role.Account,
        "aws:principaltype" => "AssumedRole",
        "aws:requestedregion" => region,
        "aws:userid" => role.PrincipalId,
        _ => null,
    };

    /// <summary>Names of actions are the only ones whose case does not matter.</summary>
    private static bool Fits(string? pattern, string text, RegexOptions options = RegexOptions.None) =>
        pattern is null or "*" || Regex.IsMatch(text, $@"^{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal)}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline | options);
}

/// <summary>That a caller may not, in IAM's words.</summary>
/// <param name="IsExplicit">Whether it is denied, and not merely never allowed.</param>
/// <param name="Why">The end of the sentence.</param>
internal sealed record Refused(bool IsExplicit, string Why);
