using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Portal.Tests.Platform.Mail;

/// <summary>A mail server that speaks as much SMTP as is needed to take a mail, or to refuse it.</summary>
internal sealed class SmtpListener : IAsyncDisposable
{
    public const string User = "portal";
    public const string Password = "a password for the mail server";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly List<string> _mails = [];
    private readonly Task _serving;

    public SmtpListener()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What it answers to RCPT TO.</summary>
    public string ToRecipient { get; set; } = "250 OK";

    /// <summary>The mails that it took, as they came.</summary>
    public IReadOnlyList<string> Mails
    {
        get
        {
            lock (_mails)
            {
                return [.. _mails];
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        await _serving;
        _listener.Dispose();
        _ending.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_ending.Token);
                await ListenToAsync(client);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task ListenToAsync(TcpClient client)
    {
        try
        {
            await TalkAsync(client.GetStream());
        }
        catch (IOException)
        {
            // The portal has hung up; the next may come.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 here");

        while (await reader.ReadLineAsync(_ending.Token) is { } line)
        {
            await writer.WriteLineAsync(Answer(line));

            if (line is "DATA")
            {
                await KeepAsync(reader);
                await writer.WriteLineAsync("250 taken");
            }
            else if (line is "QUIT")
            {
                return;
            }
        }
    }

    private string Answer(string line) => line.Split(' ')[0] switch
    {
        "EHLO" => "250-here\r\n250 AUTH PLAIN",
        "AUTH" => line == $"AUTH PLAIN {Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{User}\0{Password}"))}" ? "235 welcome" : "535 5.7.8 wrong credentials",
        "RCPT" => ToRecipient,
        "DATA" => "354 go on",
        "QUIT" => "221 bye",
        _ => "250 OK",
    };

    private async Task KeepAsync(StreamReader reader)
    {
        var mail = new StringBuilder();

        while (await reader.ReadLineAsync(_ending.Token) is { } line && line is not ".")
        {
            mail.AppendLine(line);
        }

        lock (_mails)
        {
            _mails.Add(mail.ToString());
        }
    }
}
