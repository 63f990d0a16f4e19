using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Server.Identity;

internal sealed class MakeTokenHandler(PortalDb db, IAuditTrail audit, TimeProvider clock) : IHandler<MakeToken, MadeToken>
{
    public async Task<Answer<MadeToken>> HandleAsync(MakeToken request, CurrentUser user, CancellationToken cancellationToken)
    {
        var value = TokenValue.Make();
        var now = clock.GetUtcNow();
        var token = new AccessToken
        {
            Id = Guid.CreateVersion7(),
            UserId = user.Id,
            Name = request.Name.Trim(),
            Hash = TokenValue.Hash(value),
            LastFour = value[^4..],
            CreatedAt = now,
            ExpiresAt = request.DaysValid is { } days ? now.AddDays(days) : null,
        };

        db.Add(token);
        audit.Record(user, "identity.make-token", token.Name, token.Id.ToString());
        await db.SaveChangesAsync(cancellationToken);

        return new MadeToken { Token = token.ToView(), Value = value };
    }
}
