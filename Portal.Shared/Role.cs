namespace Portal.Shared;

/// <summary>What a person is in the portal; one person may have several.</summary>
[Flags]
public enum Role
{
    None = 0,

    /// <summary>Everything, in every team.</summary>
    Admin = 1,

    /// <summary>Defines APIs of their teams and applies them.</summary>
    Publisher = 2,

    /// <summary>Applies, promotes and rolls back what their teams have published.</summary>
    Operator = 4,

    /// <summary>Reads everything, in every team, and changes nothing.</summary>
    Auditor = 8,

    /// <summary>A third party: the catalog, own apps and keys.</summary>
    Developer = 16,
}
