using Portal.Server.Catalog;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

/// <summary>What a stage shall run, on its way to a change set.</summary>
internal sealed record StageProposal
{
    public required Stage Stage { get; init; }

    public required Api Api { get; init; }

    /// <summary>The revision's id.</summary>
    public required Guid Revision { get; init; }

    public required string Deployment { get; init; }

    public required Dictionary<string, string> Variables { get; init; }

    public required AccessLogSpec? AccessLog { get; init; }

    /// <summary>Null leaves them as they are in AWS.</summary>
    public required StageSettingsSpec? Settings { get; init; }

    /// <summary>Whether the settings come from elsewhere, and are the stage's own from then on.</summary>
    public bool TakesSettings { get; init; }

    /// <summary>Whether nothing but the stage's own settings shall change.</summary>
    public bool IsSetUp { get; init; }

    /// <summary>The client certificate that it is pointed at, which is its own from then on; null where that is not what it is about.</summary>
    public string? Certificate { get; init; }

    /// <summary>The definition that is written and deployed; null where AWS has the deployment, and nothing but the stage changes.</summary>
    public DefinitionSpec? Definition { get; init; }

    public required string Title { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    public PromotedRelease? Promotes { get; init; }

    public Guid? Restores { get; init; }

    public Proposal ToProposal(CurrentUser user)
    {
        var api = Api.Address;
        var target = new StageSpec(Stage.Id.ToString())
        {
            Api = api.Id,
            ApiKind = api.Kind,
            Name = Stage.Name,
            Deployment = Deployment,
            Description = Stage.Description,
            Variables = new SortedMap<string>(Variables),
            AccessLog = AccessLog,
            Settings = Settings is { } settings && Definition is { } written && api.Kind is not Kind.RestApi ? settings.Of(written.RouteKeys) : Settings,
            Tags = SpecTags.Of(Stage.Tags),
        };
        var definition = Definition is null ? null : Definition with { Tags = SpecTags.Of(Api.AwsTags) };
        var deployment = DeploymentSpec.Of(api, Deployment);

        return new Proposal
        {
            Scope = GatewayScope.OfApi(Stage.ConnectionId, api, target.Id),
            Team = Api.TeamId,
            By = user.Id,
            Title = Title,
            Desired = new GatewayState(definition is null ? [deployment, target] : [definition, deployment, target]),
            LeavesTheRest = Definition is null,
            Notes = Notes,
            Reference = new DeploymentReference
            {
                Stage = Stage.Id,
                Revision = Revision,
                Deployment = Deployment,
                Variables = Variables,
                Settings = Settings?.Text,
                TakesSettings = TakesSettings,
                IsSetUp = IsSetUp,
                Certificate = Certificate,
                Promotes = Promotes,
                Restores = Restores,
            }.ToText(),
        };
    }

    /// <summary>A name for a title, which has an end.</summary>
    public static string Shortened(string name) => name.Length <= 100 ? name : name[..99] + "…";
}

internal static class ProposedDeployments
{
    public static ProposedDeployment ToDeployment(this ProposedRun run) => new() { RunId = run.Id, IsEmpty = run.IsEmpty };
}
