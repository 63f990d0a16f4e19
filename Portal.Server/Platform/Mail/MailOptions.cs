using System.Net;
using MimeKit;

namespace Portal.Server.Platform.Mail;

/// <summary>Settings "Mail": the server that takes the portal's mails. Without a host none is sent, and the page /mailbox shows what would have been.</summary>
internal sealed record MailOptions
{
    public string Host { get; init; } = "";

    public int Port { get; init; } = 587;

    public string User { get; init; } = "";

    public string Password { get; init; } = "";

    /// <summary>From whom mails come: an address, or "Name &lt;address&gt;".</summary>
    public string From { get; init; } = "";

    public MailSecurity Security { get; init; } = MailSecurity.StartTls;

    public bool IsOn => Host is not "";

    /// <summary>All that is wrong, in words; none of it where no mail is sent.</summary>
    public IEnumerable<string> Faults(string? portalUrl)
    {
        if (portalUrl is { Length: > 0 } && !IsUrl(portalUrl))
        {
            yield return "Portal:Url must be an address such as https://portal.example.com.";
        }

        if (!IsOn)
        {
            yield break;
        }

        if (string.IsNullOrEmpty(portalUrl))
        {
            yield return "Mail:Host is set, so Portal:Url must say where the portal is reached: links in mails begin with it.";
        }

        if (Port is < 1 or > 65535)
        {
            yield return "Mail:Port must be from 1 to 65535.";
        }

        if (!MailboxAddress.TryParse(From, out _))
        {
            yield return "Mail:Host is set, so Mail:From must say from which address mails come.";
        }

        if (User is "" != Password is "")
        {
            yield return "Mail:User and Mail:Password go together: set both, or none.";
        }

        if (User is not "" && Security is MailSecurity.None && !IsHere)
        {
            yield return "With Mail:Security None the password would travel in clear text: set StartTls or Tls.";
        }
    }

    public override string ToString() => $"{nameof(MailOptions)} {{ {Host}:{Port} }}";

    private bool IsHere => Host is "localhost" || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    private static bool IsUrl(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https");
}

internal enum MailSecurity
{
    /// <summary>Begins in clear text and insists on TLS before anything is said; port 587.</summary>
    StartTls,

    /// <summary>TLS from the first byte; port 465.</summary>
    Tls,

    /// <summary>No encryption: for a server on the same machine.</summary>
    None,
}
