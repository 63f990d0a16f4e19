using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;

namespace Portal.Client.Identity.Account;

/// <summary>What came of the portal's mails; one that was given up can be tried again.</summary>
public sealed partial class MailTable
{
    [Parameter, EditorRequired]
    public required Page<MailRow> Mails { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<Guid> OnRetry { get; set; }

    private static string Words(string template) => template switch
    {
        "identity.confirmation" => "Confirm the address",
        "identity.known-address" => "There is an account already",
        "identity.password" => "New password",
        _ => template,
    };

    private static Tone ToneOf(MailState state) => state switch
    {
        MailState.Sent => Tone.Good,
        MailState.Failed => Tone.Bad,
        _ => Tone.Info,
    };
}
