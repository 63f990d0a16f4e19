using FluentValidation;
using Portal.Shared.Plans;

namespace Portal.Shared.Keys;

/// <summary>Shows the plans that one may subscribe to with a key for an API. An API that one does not see is not found.</summary>
[Demands(Policies.OwnApps)]
public sealed record GetPlanOffers(Guid ApiId) : IRequest<PlanOffers>;

/// <summary>What is offered for an API.</summary>
public sealed record PlanOffers
{
    /// <summary>The API's name.</summary>
    public required string Api { get; init; }

    /// <summary>The API's name in addresses of the catalog.</summary>
    public required string Slug { get; init; }

    /// <summary>By name; none where nothing is offered.</summary>
    public required IReadOnlyList<PlanOffer> Plans { get; init; }
}

/// <summary>A usage plan, as it is offered to developers.</summary>
public sealed record PlanOffer
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public required Throttle? Throttle { get; init; }

    public required Quota? Quota { get; init; }

    /// <summary>Whether somebody has to approve a subscription first.</summary>
    public required bool NeedsApproval { get; init; }

    /// <summary>The names of all APIs that its keys may call.</summary>
    public required IReadOnlyList<string> Apis { get; init; }
}

/// <summary>
/// Asks for an API key, in one step: an app (made on the way, if it is given by a new name), its subscription to a plan, and the key. Where the plan needs no approval the answer has the value:
/// it is in this answer and nowhere else, ever.
/// </summary>
[Demands(Policies.OwnApps)]
[Limited(30)]
public sealed record RequestApiKey : IRequest<RequestedApiKey>
{
    public required Guid PlanId { get; init; }

    /// <summary>One of one's own apps; null to make one.</summary>
    public Guid? AppId { get; init; }

    /// <summary>The name of the app that is made, where none is given; one that exists is taken.</summary>
    public string? AppName { get; init; }

    /// <summary>1 to 3,650; null does not expire.</summary>
    public int? DaysValid { get; init; }
}

public sealed class RequestApiKeyValidator : AbstractValidator<RequestApiKey>
{
    public RequestApiKeyValidator()
    {
        RuleFor(request => request.AppName!).IsAppName().OverridePropertyName(nameof(RequestApiKey.AppName)).When(request => request.AppId is null);
        RuleFor(request => request.DaysValid).IsKeyLife();
    }
}

public sealed record RequestedApiKey
{
    public required Guid AppId { get; init; }

    public required string App { get; init; }

    public required Guid SubscriptionId { get; init; }

    public required string Plan { get; init; }

    public required ApiKeyView Key { get; init; }

    /// <summary>The key itself; null while the subscription waits for approval.</summary>
    public required string? Value { get; init; }

    public override string ToString() => $"{nameof(RequestedApiKey)} {{ {Key.Id} }}";
}
