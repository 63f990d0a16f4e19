namespace Portal.Client.Identity.Account;

/// <summary>A form that asks for an address and nothing else.</summary>
public sealed class AddressDraft
{
    public string? Email { get; set; }
}
