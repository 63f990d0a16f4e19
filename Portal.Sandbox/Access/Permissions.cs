using System.Text.RegularExpressions;
using Portal.Sandbox.Admin;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Access;

/// <summary>Whether a rule denies a call: IAM's action and ARN of it, held against each.</summary>
internal sealed class Permissions(Controls controls)
{
    public void Check(Caller caller, CallScope scope, Operation operation, string[] segments, ReadOnlyMemory<byte> input, string verb, AccessErrors errors)
    {
        var rules = controls.Settings.Deny;
        // Who one is, everybody may ask.
        if (rules is [] || operation is { Service: "sts", Name: "GetCallerIdentity" })
        {
            return;
        }

        var (action, resource) = IamRequest.Of(scope, operation, segments, input, verb);
        if (rules.Any(rule => caller.Names.Any(name => Fits(rule.Caller, name)) && Fits(rule.Action, action, RegexOptions.IgnoreCase) && Fits(rule.Resource, resource)))
        {
            throw errors.Denied(caller, action, resource);
        }
    }

    /// <summary>Names of actions are the only ones whose case does not matter.</summary>
    private static bool Fits(string? pattern, string text, RegexOptions options = RegexOptions.None) =>
        pattern is null or "*" || Regex.IsMatch(text, $@"^{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal)}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline | options);
}
