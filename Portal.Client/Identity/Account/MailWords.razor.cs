using Microsoft.AspNetCore.Components;
using Portal.Shared.Identity;

namespace Portal.Client.Identity.Account;

/// <summary>Where to look for the mail that was asked for.</summary>
public sealed partial class MailWords
{
    [Parameter, EditorRequired]
    public required MailWay Way { get; set; }

    /// <summary>What is said where mails are delivered.</summary>
    [Parameter, EditorRequired]
    public required string Sent { get; set; }
}
