using System.Diagnostics;
using Portal.Client.Ui;
using Portal.Shared.Connections;

namespace Portal.Client.Connections.Admin;

/// <summary>How things that belong to an account are called.</summary>
internal static class ThingWords
{
    public static string Word(this ThingStanding standing) => standing switch
    {
        ThingStanding.Foreign => "Not the portal's",
        ThingStanding.Imported => "Imported, read-only",
        ThingStanding.Ours => "The portal's",
        ThingStanding.Elsewhere => "Another portal's",
        _ => throw new UnreachableException(),
    };

    public static Tone Tone(this ThingStanding standing) => standing switch
    {
        ThingStanding.Ours => Ui.Tone.Good,
        ThingStanding.Imported => Ui.Tone.Info,
        _ => Ui.Tone.Neutral,
    };

    public static string Word(this CertificateAge age) => age switch
    {
        CertificateAge.Good => "Valid",
        CertificateAge.EndsSoon => "Ends soon",
        CertificateAge.Ended => "Ended",
        _ => throw new UnreachableException(),
    };

    public static Tone Tone(this CertificateAge age) => age switch
    {
        CertificateAge.Good => Ui.Tone.Good,
        CertificateAge.EndsSoon => Ui.Tone.Warning,
        CertificateAge.Ended => Ui.Tone.Bad,
        _ => throw new UnreachableException(),
    };
}
