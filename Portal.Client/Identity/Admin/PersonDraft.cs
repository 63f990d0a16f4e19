using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Client.Identity.Admin;

/// <summary>What is typed about a person before it is sent.</summary>
internal sealed class PersonDraft
{
    public string? DisplayName { get; set; }

    public string? Email { get; set; }

    public IReadOnlyList<Role> Roles { get; set; } = [];

    public IReadOnlyList<Guid> Teams { get; set; } = [];

    public bool Suspended { get; set; }

    public static PersonDraft Of(PersonView person) => new()
    {
        DisplayName = person.DisplayName,
        Email = person.Email,
        Roles = person.Roles,
        Teams = [.. person.Teams.Select(team => team.Id)],
        Suspended = person.Suspended,
    };

    public AddPerson ToAdd() => new() { DisplayName = DisplayName ?? "", Email = Email ?? "", Roles = Roles, Teams = Teams };

    public ChangePerson ToChange(PersonView read) => new() { Id = read.Id, DisplayName = DisplayName ?? "", Roles = Roles, Teams = Teams, Suspended = Suspended, Stamp = read.Stamp };
}
