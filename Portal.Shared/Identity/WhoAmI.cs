namespace Portal.Shared.Identity;

/// <summary>Asks who one is to the portal.</summary>
[Demands(Policies.SignedIn)]
public sealed record WhoAmI : IRequest<PersonView>;

public sealed record PersonView
{
    public required Guid Id { get; init; }

    public required string Email { get; init; }

    public required string DisplayName { get; init; }

    public required IReadOnlyList<Role> Roles { get; init; }

    public required IReadOnlyList<TeamView> Teams { get; init; }

    public required bool Suspended { get; init; }

    /// <summary>Whether the invitation has been taken up: there is a password.</summary>
    public required bool HasPassword { get; init; }

    /// <summary>Whether the address is confirmed: until then nobody signs in with it.</summary>
    public required bool Confirmed { get; init; }

    /// <summary>For saving on top of what was read.</summary>
    public required string Stamp { get; init; }
}

public sealed record TeamView(Guid Id, string Name);
