using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;

namespace Portal.Server.Keys;

/// <summary>Makes of a key's value what may be stored: whoever has the database alone can neither use it nor try values against it.</summary>
internal sealed class KeyDigests(IServiceScopeFactory scopes, IDataProtectionProvider protection) : IDisposable
{
    private const int Length = 32;

    private readonly IDataProtector _protector = protection.CreateProtector("Portal.Keys.Pepper");
    private readonly SemaphoreSlim _one = new(1);
    private byte[]? _pepper;

    public async Task<string> OfAsync(KeyValue value, CancellationToken cancellationToken) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(await PepperAsync(cancellationToken), Encoding.UTF8.GetBytes(value.Text)));

    public void Dispose() => _one.Dispose();

    private async Task<byte[]> PepperAsync(CancellationToken cancellationToken)
    {
        if (_pepper is not null)
        {
            return _pepper;
        }

        await _one.WaitAsync(cancellationToken);

        try
        {
            return _pepper ??= await ReadAsync(cancellationToken) ?? await MakeAsync(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<byte[]?> ReadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var pepper = await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<Pepper>().AsNoTracking().SingleOrDefaultAsync(cancellationToken);

        return pepper is null ? null : _protector.Unprotect(Convert.FromBase64String(pepper.Encrypted));
    }

    private async Task<byte[]> MakeAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var pepper = RandomNumberGenerator.GetBytes(Length);
        db.Add(new Pepper { Encrypted = Convert.ToBase64String(_protector.Protect(pepper)) });

        try
        {
            await db.SaveChangesAsync(cancellationToken);

            return pepper;
        }
        catch (DbUpdateException exception) when (exception.IsTaken())
        {
            // Another replica was first: its pepper is the portal's.
            return (await ReadAsync(cancellationToken))!;
        }
    }
}
