using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Portal.Server.Platform.Mail;

/// <summary>Hands a letter to the mail server of the settings, and says in words what came of it.</summary>
internal sealed class SmtpServer(MailOptions options, PortalAddress address)
{
    private const int LongestSaying = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<Delivery> SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        using var message = Write(letter);

        try
        {
            using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
            await client.ConnectAsync(options.Host, options.Port, Security, cancellationToken);

            if (options.User is not "")
            {
                await client.AuthenticateAsync(options.User, options.Password, cancellationToken);
            }

            await client.SendAsync(message, cancellationToken);
            await LeaveAsync(client, cancellationToken);

            return new Delivery.Done();
        }
        catch (Exception exception) when (RefusalOrNull(exception, letter) is { } refused)
        {
            return refused;
        }
    }

    private SecureSocketOptions Security => options.Security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private MimeMessage Write(Letter letter)
    {
        var message = new MimeMessage { Subject = letter.Subject, Body = new TextPart("plain") { Text = $"{letter.Text}\n\n{address.Of(letter.Path)}\n" } };
        message.From.Add(MailboxAddress.Parse(options.From));
        message.To.Add(new MailboxAddress(letter.ToName, letter.To));
        message.Headers.Add("Auto-Submitted", "auto-generated");

        return message;
    }

    /// <summary>The server has the letter; that it hangs up instead of saying goodbye does not take it back.</summary>
    private static async Task LeaveAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or ProtocolException or SocketException)
        {
            // To send it again would be worse.
        }
    }

    private Delivery.Refused? RefusalOrNull(Exception exception, Letter letter) => exception switch
    {
        AuthenticationException => new($"The mail server does not accept the user or the password: look at Mail:User and Mail:Password. {Said(exception, letter)}", WorthRetry: true),
        SslHandshakeException => new($"No encrypted connection to {options.Host}:{options.Port} came about: look at Mail:Security and at the server's certificate.", WorthRetry: true),
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } refused => new($"The mail server does not take mail for this person. {Said(exception, letter)}", IsPassing(refused)),
        SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } refused => new($"The mail server does not take mail from Mail:From. {Said(exception, letter)}", IsPassing(refused)),
        SmtpCommandException refused => new($"The mail server refused the mail. {Said(exception, letter)}", IsPassing(refused)),
        NotSupportedException or ServiceNotAuthenticatedException => new($"The mail server does not offer what the settings ask for: look at Mail:Security and Mail:User. {Said(exception, letter)}", WorthRetry: true),
        SocketException or IOException or ProtocolException or TimeoutException => new($"The mail server {options.Host}:{options.Port} does not answer.", WorthRetry: true),
        _ => null,
    };

    private static bool IsPassing(SmtpCommandException refused) => (int)refused.StatusCode is < 500;

    /// <summary>Persons stand as ids, in what a server said too.</summary>
    private static string Said(Exception exception, Letter letter)
    {
        var text = exception.Message.ReplaceLineEndings(" ").Replace(letter.To, "(the address)", StringComparison.OrdinalIgnoreCase);

        return $"It said: {(text.Length > LongestSaying ? text[..LongestSaying] : text)}";
    }
}
