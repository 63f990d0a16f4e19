using System.Diagnostics;
using Portal.Shared;

namespace Portal.Client.Identity.Admin;

/// <summary>What each role may do, in a few words, where somebody gives it.</summary>
internal static class RoleWords
{
    public static string Of(Role role) => role switch
    {
        Role.Admin => "everything, in every team",
        Role.Publisher => "defines the APIs of their teams and applies them",
        Role.Operator => "applies, promotes and rolls back",
        Role.Auditor => "reads everything, changes nothing",
        Role.Developer => "uses the catalog, with apps and keys of their own",
        _ => throw new UnreachableException(),
    };
}
