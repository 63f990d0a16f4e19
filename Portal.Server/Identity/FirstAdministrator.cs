using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;

namespace Portal.Server.Identity;

/// <summary>Makes the first account, with a team to own the first APIs: by the set-up page, or by Setup:AdminEmail and Setup:AdminPassword for containers and scripts.</summary>
internal sealed partial class FirstAdministrator(PortalDb db, UserManager<User> users, IAuditTrail audit, TimeProvider clock, ILogger<FirstAdministrator> logger)
{
    // Two set-ups at once in this process: the second waits, and finds the account of the first.
    private static readonly SemaphoreSlim OneAtATime = new(1);

    public async Task<Answer<User>> CreateAsync(string email, string name, string password, CancellationToken cancellationToken)
    {
        await OneAtATime.WaitAsync(cancellationToken);

        try
        {
            return await db.Set<User>().AnyAsync(cancellationToken)
                ? Refusals.AlreadySetUp
                : await CreateAloneAsync(email, name, password, cancellationToken);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>Nothing happens where there is an account already, so the settings may stay.</summary>
    public async Task CreateFromSettingsAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        if (configuration["Setup:AdminEmail"] is not { Length: > 0 } email || await db.Set<User>().AnyAsync(cancellationToken))
        {
            return;
        }

        var password = configuration["Setup:AdminPassword"];

        if (string.IsNullOrEmpty(password))
        {
            throw new InvalidOperationException("Setup:AdminEmail is set, so Setup:AdminPassword must be too.");
        }

        if (await CreateAsync(email, email, password, cancellationToken) is Answer<User>.Refused(var refusal))
        {
            throw new InvalidOperationException($"The administrator of the settings cannot be made. {refusal.Title} {refusal.Detail}");
        }

        LogMade(email);
    }

    private async Task<Answer<User>> CreateAloneAsync(string email, string name, string password, CancellationToken cancellationToken)
    {
        var team = new Team { Id = Guid.CreateVersion7(), Name = "Everyone" };
        var administrator = new User
        {
            Id = Guid.CreateVersion7(),
            UserName = email,
            Email = email,
            EmailConfirmed = true,
            DisplayName = name,
            Roles = Role.Admin,
            CreatedAt = clock.GetUtcNow(),
        };

        db.Add(team);
        administrator.Teams.Add(new TeamMember { TeamId = team.Id, UserId = administrator.Id });
        audit.Record(CurrentUser.Portal, "identity.set-up", email);

        var result = await users.CreateAsync(administrator, password);

        return result.Succeeded
            ? administrator
            : Platform.Refusals.Malformed("Password", string.Join(' ', result.Errors.Select(error => error.Description)));
    }

    [LoggerMessage(EventId = 2001, Level = LogLevel.Information, Message = "Made the administrator {Email} of the settings")]
    private partial void LogMade(string email);
}
