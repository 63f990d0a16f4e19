using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Tests.Identity;

/// <summary>After people registered and had their passwords made anew, no token of a link and no password is in a file of the portal or in what it logs, at its most talkative.</summary>
public sealed class NoTokensAtRestTests
{
    private const string First = "the first of the passwords";
    private const string Second = "the second of the passwords";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_token_is_anywhere()
    {
        await using var portal = new TalkativePortal();
        var admin = await portal.PersonAsync(Role.Admin);
        List<string> secrets = [First, Second];

        foreach (var number in Enumerable.Range(0, 10))
        {
            var email = $"needle{number}@example.com";
            await portal.AskAsync(Registering.Given(email) with { Password = First });
            var confirm = (await portal.LettersAsync(admin, email))[0].ToConfirm();
            await portal.AskAsync(confirm);
            await portal.AskAsync(new ForgotPassword(email));
            var (person, token) = Registering.LinkOf((await portal.LettersAsync(admin, email))[0]);
            await portal.AskAsync(new AcceptInvitation { Person = person, Token = token, Password = Second });
            Assert.Null(await portal.SignInAsync(email, Second));
            secrets.AddRange([confirm.Token, token, Uri.EscapeDataString(confirm.Token), Uri.EscapeDataString(token)]);
        }

        var files = await FilesAsync(portal.Folder);
        Assert.Contains(files, file => file.Text.Contains("needle7@example.com", StringComparison.Ordinal));
        Assert.Contains(files, file => file.Text.Contains("identity.password", StringComparison.Ordinal));
        Assert.All(files.Append(("the log", portal.Log)), place => Assert.All(secrets, secret => Assert.False(place.Item2.Contains(secret, StringComparison.Ordinal), $"A secret is in {place.Item1}.")));
    }

    private static async Task<IReadOnlyList<(string Name, string Text)>> FilesAsync(string folder)
    {
        List<(string, string)> files = [];

        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            files.Add((Path.GetRelativePath(folder, file), await reader.ReadToEndAsync(Cancelled)));
        }

        return files;
    }

    private sealed class TalkativePortal : PortalFixture
    {
        private readonly Everything _everything = new();

        public string Log => string.Join('\n', _everything.Lines);

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Logging:LogLevel:Default", "Trace");
            builder.UseSetting("Logging:LogLevel:Microsoft", "Trace");
            builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(_everything));
        }
    }

    private sealed class Everything : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
