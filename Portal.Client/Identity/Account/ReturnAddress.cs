namespace Portal.Client.Identity.Account;

/// <summary>Where to go after signing in. Only within this portal: an address from outside would make the sign-in page a trap.</summary>
internal static class ReturnAddress
{
    public static string Within(string? address) => address is ['/', .. var rest] && rest is not ['/' or '\\', ..] && !address.Any(char.IsControl) ? address : "/";
}
