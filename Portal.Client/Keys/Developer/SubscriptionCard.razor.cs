using Microsoft.AspNetCore.Components;
using Portal.Shared.Keys;

namespace Portal.Client.Keys.Developer;

/// <summary>A subscription with its keys. Its buttons belong to the form around it and say by their value what is wanted.</summary>
public sealed partial class SubscriptionCard
{
    [Parameter, EditorRequired]
    public required SubscriptionView Of { get; set; }

    /// <summary>What keys used, as far as API Gateway says it.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<Guid, ApiKeyUsage> Usage { get; set; }

    private string Heading => $"subscription-{Of.Id}";

    private bool HasKey => Of.Keys.Any(key => key.State is ApiKeyState.Issuing or ApiKeyState.Active);

    private static bool HasEnded(ApiKeyView key) => key.State is ApiKeyState.Expired or ApiKeyState.Revoked or ApiKeyState.Failed;

    private static bool Works(ApiKeyView key) => key.State is ApiKeyState.Active or ApiKeyState.Rotating;
}
