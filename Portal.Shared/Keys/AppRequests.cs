using System.Text.Json.Serialization;
using FluentValidation;

namespace Portal.Shared.Keys;

/// <summary>Lists one's own apps, by name.</summary>
[Demands(Policies.OwnApps)]
public sealed record ListApps : IRequest<Page<AppRow>>;

/// <summary>Makes an app: what a developer's keys belong to.</summary>
[Demands(Policies.OwnApps)]
[Limited(60)]
public sealed record CreateApp : IRequest<AppView>
{
    /// <summary>One's own apps have different names.</summary>
    public required string Name { get; init; }

    public string Description { get; init; } = "";
}

public sealed class CreateAppValidator : AbstractValidator<CreateApp>
{
    public CreateAppValidator()
    {
        RuleFor(request => request.Name).IsAppName();
        RuleFor(request => request.Description).IsAppDescription();
    }
}

/// <summary>Shows one of one's own apps, with its subscriptions and keys.</summary>
[Demands(Policies.OwnApps)]
public sealed record GetApp(Guid Id) : IRequest<AppView>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.App, Id);
}

/// <summary>Gives one's app another name or description.</summary>
[Demands(Policies.OwnApps)]
public sealed record ChangeApp : IRequest<AppView>, IConcerns
{
    [JsonIgnore]
    public Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    /// <summary>As read.</summary>
    public required int Version { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.App, Id);
}

public sealed class ChangeAppValidator : AbstractValidator<ChangeApp>
{
    public ChangeAppValidator()
    {
        RuleFor(request => request.Name).IsAppName();
        RuleFor(request => request.Description).IsAppDescription();
    }
}

/// <summary>Deletes an app, and revokes its keys: what uses them is refused from then on.</summary>
/// <param name="Id">The app.</param>
/// <param name="Version">As read.</param>
[Demands(Policies.OwnApps)]
public sealed record DeleteApp(Guid Id, int Version) : IRequest<Nothing>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.App, Id);
}
