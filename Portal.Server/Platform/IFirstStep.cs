using Portal.Shared;

namespace Portal.Server.Platform;

/// <summary>Tells whether one of the first steps was made; each room does it for its own.</summary>
internal interface IFirstStep
{
    FirstStep Step { get; }

    Task<bool> IsDoneAsync(CurrentUser user, CancellationToken cancellationToken);
}
