using Portal.Shared.Keys;

namespace Portal.Server.Keys;

/// <summary>The one table of what may become of an API key. Nothing leads out of the three ends.</summary>
internal static class KeyStates
{
    public static bool MayBecome(this ApiKeyState from, ApiKeyState to) => (from, to) is
        (ApiKeyState.Requested, ApiKeyState.Approved or ApiKeyState.Revoked)
        or (ApiKeyState.Approved, ApiKeyState.Issuing or ApiKeyState.Revoked)
        or (ApiKeyState.Issuing, ApiKeyState.Active or ApiKeyState.Failed)
        or (ApiKeyState.Active, ApiKeyState.Rotating or ApiKeyState.Expired or ApiKeyState.Revoked)
        // Back, where the key that was to replace it could not be issued.
        or (ApiKeyState.Rotating, ApiKeyState.Active or ApiKeyState.Expired or ApiKeyState.Revoked);

    public static bool IsEnd(this ApiKeyState state) => state is ApiKeyState.Expired or ApiKeyState.Revoked or ApiKeyState.Failed;

    /// <summary>Whether it is in API Gateway and lets calls in.</summary>
    public static bool Works(this ApiKeyState state) => state is ApiKeyState.Active or ApiKeyState.Rotating;
}
