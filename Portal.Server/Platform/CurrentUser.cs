using Portal.Shared;

namespace Portal.Server.Platform;

/// <summary>Who asks: a value, read afresh for each request.</summary>
internal sealed record CurrentUser
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required Role Roles { get; init; }

    public required IReadOnlyList<Guid> Teams { get; init; }

    /// <summary>Nobody who is signed in.</summary>
    public static CurrentUser Nobody { get; } = new() { Id = Guid.Empty, Name = "nobody", Roles = Role.None, Teams = [] };

    /// <summary>The portal itself, for what it does on its own.</summary>
    public static CurrentUser Portal { get; } = new() { Id = Guid.Empty, Name = "portal", Roles = Role.None, Teams = [] };

    public bool Reaches(Guid team) => Roles.ReachesAllTeams() || Teams.Contains(team);
}
