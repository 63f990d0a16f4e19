using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Server;
using Portal.Server.Identity;
using Portal.Server.Platform;
using Portal.Shared;

namespace Portal.Tests;

/// <summary>The whole portal with a database and a sandbox of its own, entered by HTTP.</summary>
public class PortalFixture : WebApplicationFactory<PortalProgram>
{
    public const string Password = "correct horse battery";

    /// <summary>Made once: it takes as long as it is meant to, and a thousand people are made here.</summary>
    private static string? _passwordHash;

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-test-").FullName;

    public PortalFixture() => Template.CopyTo(_folder);

    private readonly Said _said = new();

    public string Folder => _folder;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Data:Folder", _folder);
        builder.UseSetting("Sandbox:Port", "0");
        // What is collected by itself would be among the calls that tests count.
        builder.UseSetting("Metrics:Enabled", "false");
        builder.UseSetting("Sync:Pace", "0");
        builder.UseSetting("Drift:Enabled", "false");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.ConfigureLogging(logging => logging.AddProvider(_said));
    }

    /// <summary>A portal that does not start says why: the host of the tests alone would say that it is disposed.</summary>
    protected override IHost CreateHost(IHostBuilder builder)
    {
        try
        {
            return base.CreateHost(builder);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"The portal did not start. {exception.Message} {string.Join('\n', _said.Errors)}", exception);
        }
    }

    /// <summary>A person with these roles who is in a team of their own, unless told which.</summary>
    internal async Task<Person> PersonAsync(Role roles, params Guid[] teams)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var id = Guid.CreateVersion7();

        if (teams is [])
        {
            var team = new Team { Id = Guid.CreateVersion7(), Name = $"Team of {id:N}" };
            db.Add(team);
            teams = [team.Id];
        }

        var user = new User
        {
            Id = id,
            UserName = $"{id:N}@example.com",
            Email = $"{id:N}@example.com",
            EmailConfirmed = true,
            DisplayName = $"{roles} {id.ToString("N")[^4..]}",
            Roles = roles,
            CreatedAt = DateTimeOffset.UtcNow,
        };

        user.PasswordHash = _passwordHash ??= new PasswordHasher<User>().HashPassword(user, Password);
        user.Teams.AddRange(teams.Select(team => new TeamMember { TeamId = team, UserId = id }));
        var result = await scope.ServiceProvider.GetRequiredService<UserManager<User>>().CreateAsync(user);
        Assert.True(result.Succeeded, string.Join(' ', result.Errors.Select(error => error.Description)));

        var value = TokenValue.Make();
        db.Add(new AccessToken { Id = Guid.CreateVersion7(), UserId = id, Name = "test", Hash = TokenValue.Hash(value), LastFour = value[^4..], CreatedAt = DateTimeOffset.UtcNow, ExpiresAt = null });
        await db.SaveChangesAsync();

        var http = CreateClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", value);

        return new Person(id, user.Email, teams[0], http);
    }

    /// <summary>Asks in process, as a page does that is not in a circuit.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="by">Who asks; null is nobody who is signed in.</param>
    /// <param name="from">Where the call comes from; the machine itself unless told.</param>
    internal async Task<Answer<T>> AskAsync<T>(IRequest<T> request, Guid? by = null, string from = "127.0.0.1")
    {
        await using var scope = Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Connection.RemoteIpAddress = IPAddress.Parse(from);

        if (by is { } id)
        {
            http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, id.ToString())], "test"));
        }

        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = http;

        return await scope.ServiceProvider.GetRequiredService<IPortal>().SendAsync(request, TestContext.Current.CancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        ClosePool();
        GC.SuppressFinalize(this);

        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // The system cleans its temporary folder; a file that is still open must not fail a test.
        }
    }

    /// <summary>Closes what this portal keeps open, and nothing of the portals beside it.</summary>
    private void ClosePool()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "portal.db")}");
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>Keeps what the portal logs as an error.</summary>
    private sealed class Said : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _errors = new();

        public IEnumerable<string> Errors => _errors;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                _errors.Enqueue($"{formatter(state, exception)} {exception}");
            }
        }

        public void Dispose()
        {
        }
    }

    /// <summary>One migrated database for the whole run; each fixture starts from a copy of it.</summary>
    private static class Template
    {
        private static readonly Lazy<string> File = new(Make);

        public static void CopyTo(string folder) => System.IO.File.Copy(File.Value, Path.Combine(folder, "portal.db"), overwrite: true);

        private static string Make()
        {
            var file = Path.Combine(Directory.CreateTempSubdirectory("portal-template-").FullName, "portal.db");
            var options = new DbContextOptionsBuilder<SqlitePortalDb>();
            options.UseSqlite($"Data Source={file};Pooling=False");
            using var db = new SqlitePortalDb(options.Options);
            db.Database.Migrate();
            db.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE)");

            return file;
        }
    }
}

/// <summary>Somebody who is signed in by a token.</summary>
internal sealed record Person(Guid Id, string Email, Guid Team, HttpClient Http);
