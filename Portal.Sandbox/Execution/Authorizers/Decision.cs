using Portal.Sandbox.Execution.Policies;

namespace Portal.Sandbox.Execution.Authorizers;

/// <summary>What an authorizer's function said of a caller: who it is, and a policy that is asked for each method anew.</summary>
internal sealed record Decision(Caller Caller, PolicyDocument? Policy, bool IsAuthorized)
{
    /// <summary>The policy as it was said.</summary>
    public string? PolicyText { get; init; }
}
