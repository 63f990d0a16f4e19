namespace Portal.Shared;

/// <summary>The policy that a request demands. A request without one fails the start of the portal.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DemandsAttribute(string policy) : Attribute
{
    public string Policy => policy;
}
