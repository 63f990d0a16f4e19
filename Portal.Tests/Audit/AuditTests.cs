using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Audit;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Audit;

namespace Portal.Tests.Audit;

/// <summary>What the tests of this room share: an auditor, deeds, and a trail that is sealed now.</summary>
public abstract class AuditTests : IAsyncLifetime
{
    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    internal PortalFixture Portal { get; } = new();

    internal Person Auditor { get; private set; } = null!;

    internal Person Publisher { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Auditor = await Portal.PersonAsync(Role.Auditor);
        Publisher = await Portal.PersonAsync(Role.Publisher);
        await Catalog.Given.ApiAsync(Publisher, "Pets");
        await Catalog.Given.ApiAsync(Publisher, "50% [off]_shop");
        await SealAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal Task<SealedLine?> SealAsync() => Portal.Services.GetRequiredService<TrailSealer>().SealAsync(Cancelled);

    internal Task<AuditVerdict> VerifyAsync(string? head = null) => Auditor.Http.PostAsync<AuditVerdict>("/api/v1/audit/verify", new { head }, System.Net.HttpStatusCode.OK);

    /// <summary>What somebody can do who can write to the database.</summary>
    internal async Task MeddleAsync(FormattableString sql)
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        Assert.NotEqual(0, await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.ExecuteSqlAsync(sql, Cancelled));
    }
}
