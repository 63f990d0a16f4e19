namespace Portal.Shared;

/// <summary>How often somebody may ask this: one person, or one address where nobody is signed in. Beyond it the way in refuses.</summary>
/// <param name="perMinute">Requests in any minute, at least 1.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LimitedAttribute(int perMinute) : Attribute
{
    public int PerMinute => perMinute;
}
