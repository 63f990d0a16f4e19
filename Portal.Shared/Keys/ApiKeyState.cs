namespace Portal.Shared.Keys;

/// <summary>Where an API key is in its life. What has ended never comes back: a new key is asked for instead.</summary>
public enum ApiKeyState
{
    /// <summary>It waits until its subscription is approved.</summary>
    Requested,

    /// <summary>Its subscription is approved: its owner may have it issued.</summary>
    Approved,

    /// <summary>It is being made in API Gateway.</summary>
    Issuing,

    /// <summary>It works.</summary>
    Active,

    /// <summary>It works until its overlap ends: a new key stands beside it.</summary>
    Rotating,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It was taken back.</summary>
    Revoked,

    /// <summary>It could not be issued, and nobody has seen it.</summary>
    Failed,
}
