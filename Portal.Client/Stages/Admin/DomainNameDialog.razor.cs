using FluentValidation.Results;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Connections;
using Portal.Shared.Stages;

namespace Portal.Client.Stages.Admin;

/// <summary>Says what a domain name is and where it leads: a new one, or one that is there.</summary>
public sealed partial class DomainNameDialog
{
    private const int Most = 100;

    private static readonly IReadOnlyList<string> Usual = ["TLS_1_2", "TLS_1_0"];

    private static readonly IReadOnlyList<string> AddressTypes = ["ipv4", "dualstack"];

    private static readonly IReadOnlyList<string> Endpoints = [DomainEndpoints.Regional, DomainEndpoints.Private];

    private readonly Draft _draft = new();
    private Load<IReadOnlyDictionary<Guid, string>>? _stages;
    private IReadOnlyDictionary<Guid, string> _ruled = new Dictionary<Guid, string>();
    private Guid _team;

    [Parameter, EditorRequired]
    public required ConnectionView Connection { get; set; }

    /// <summary>The one that is changed; null for a new one.</summary>
    [Parameter]
    public DomainNameView? Of { get; set; }

    private IReadOnlyList<string> SecurityPolicies => Usual.Contains(_draft.SecurityPolicy) ? Usual : [_draft.SecurityPolicy!, .. Usual];

    private IReadOnlyList<DomainMapping> Mappings => [.. _draft.Mappings.Where(mapping => mapping.StageId != Guid.Empty).Select(mapping => new DomainMapping { Path = mapping.Path?.Trim() ?? "", StageId = mapping.StageId })];

    private IReadOnlyList<RoutingRule> Rules => [.. _draft.RoutingRules.Select(rule => rule.ToRule())];

    private IReadOnlyList<RoutingRuleView> Kept => [.. Of?.RoutingRules.Where(rule => rule.Rule is null) ?? []];

    private bool IsPrivate => Of is null ? _draft.EndpointType is DomainEndpoints.Private : Of.Private is not null;

    private IReadOnlyList<string>? VpcEndpoints => IsPrivate && (Of?.Private is not { VpcEndpoints: null } || Said(_draft.VpcEndpoints) is not null)
        ? [.. (_draft.VpcEndpoints ?? "").Split([',', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()]
        : null;

    private ProposeDomainName NewName => new()
    {
        ConnectionId = Connection.Id,
        TeamId = _team,
        Name = _draft.Name?.Trim() ?? "",
        EndpointType = _draft.EndpointType,
        CertificateArn = _draft.CertificateArn?.Trim() ?? "",
        SecurityPolicy = IsPrivate ? "TLS_1_2" : _draft.SecurityPolicy ?? "",
        TruststoreUri = IsPrivate ? null : Said(_draft.TruststoreUri),
        IpAddressType = IsPrivate ? null : _draft.IpAddressType,
        Mappings = Mappings,
        RoutingMode = _draft.RoutingMode,
        RoutingRules = Rules,
        Policy = IsPrivate ? Said(_draft.Policy) : null,
        VpcEndpoints = VpcEndpoints,
    };

    private ProposeDomainNameChange Change => new()
    {
        ConnectionId = Connection.Id,
        Id = Of?.Id ?? Guid.Empty,
        TeamId = _team,
        CertificateArn = _draft.CertificateArn?.Trim() ?? "",
        SecurityPolicy = IsPrivate ? "TLS_1_2" : _draft.SecurityPolicy ?? "",
        TruststoreUri = IsPrivate ? null : Said(_draft.TruststoreUri),
        IpAddressType = IsPrivate ? null : _draft.IpAddressType,
        // The version belongs to the truststore that it was said for.
        TruststoreVersion = Said(_draft.TruststoreUri) == Of?.TruststoreUri ? Of?.TruststoreVersion : null,
        Mappings = Mappings,
        RoutingMode = _draft.RoutingMode,
        RoutingRules = Rules,
        Policy = IsPrivate ? Said(_draft.Policy) : null,
        VpcEndpoints = VpcEndpoints,
    };

    /// <returns>The run that was proposed; null where nothing was.</returns>
    public static Task<ProposedChange?> ShowAsync(IDialogService dialogs, ConnectionView connection, DomainNameView? of) =>
        dialogs.OpenAsync<DomainNameDialog, ProposedChange>("Domain name", new() { { dialog => dialog.Connection, connection }, { dialog => dialog.Of, of } },
            new DialogOptions { CloseOnEscapeKey = true, MaxWidth = MaxWidth.Medium, FullWidth = true });

    protected override async Task OnInitializedAsync()
    {
        if (Of is not null)
        {
            (_draft.CertificateArn, _draft.SecurityPolicy, _draft.TruststoreUri, _draft.IpAddressType, _draft.RoutingMode) = (Of.CertificateArn, Of.SecurityPolicy, Of.TruststoreUri, Of.IpAddressType, Of.RoutingMode);
            (_draft.Policy, _draft.VpcEndpoints) = (Of.Private?.Policy, string.Join(", ", Of.Private?.VpcEndpoints ?? []));
            _draft.RoutingRules.AddRange(Of.RoutingRules.Select(rule => rule.Rule).OfType<RoutingRule>().Select(RoutingRuleDraft.Of));
            _draft.Mappings.AddRange(Of.Mappings.Where(mapping => mapping.StageId is not null).Select(mapping => new MappingDraft { Path = mapping.Path, StageId = mapping.StageId!.Value }));
        }

        await LoadAsync();
    }

    private async Task LoadAsync() => _stages = await Portal.SendAsync(new ListApis { ConnectionId = Connection.Id, Take = Most }, Leaving) switch
    {
        Answer<Page<ApiRow>>.Given(var apis) => Ready(apis),
        Answer<Page<ApiRow>>.Refused(var refusal) => new Load<IReadOnlyDictionary<Guid, string>>.Failed(refusal),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Those to which something is deployed, and those to which it leads already.</summary>
    private Load<IReadOnlyDictionary<Guid, string>>.Ready Ready(Page<ApiRow> apis)
    {
        var (stages, ruled) = (StagesOf(apis.Items), StagesOf(apis.Items.Where(api => api.Protocol is Protocol.Rest)));

        foreach (var mapping in Of?.Mappings ?? [])
        {
            if (mapping.StageId is { } id)
            {
                stages.TryAdd(id, mapping.Stage);
            }
        }

        foreach (var rule in Of?.RoutingRules ?? [])
        {
            if (rule.Rule?.StageId is { } id)
            {
                ruled.TryAdd(id, rule.Stage);
            }
        }

        _ruled = ruled;

        return new(stages);
    }

    private Dictionary<Guid, string> StagesOf(IEnumerable<ApiRow> apis) => (
        from api in apis
        from stage in api.Stages
        where stage.Connection == Connection.Name && stage.Runs is not null
        select (stage.Id, Name: $"{stage.Name} of {api.Name}")).ToDictionary(stage => stage.Id, stage => stage.Name);

    private Task<ValidationResult> CheckAsync(CancellationToken cancellationToken) =>
        Of is null ? new ProposeDomainNameValidator().ValidateAsync(NewName, cancellationToken) : new ProposeDomainNameChangeValidator().ValidateAsync(Change, cancellationToken);

    private Task SaveAsync() => SendAsync(Of is null ? NewName : Change);

    private static string AddressWord(string type) => type is "dualstack" ? "IPv4 and IPv6" : "IPv4";

    private static string EndpointWord(string type) => type is DomainEndpoints.Private ? "VPC endpoints that are let in" : "Everybody";

    private static string? Said(string? text) => text?.Trim() is { Length: > 0 } said ? said : null;

    private sealed class Draft
    {
        public string? Name { get; set; }

        public string? CertificateArn { get; set; }

        public string? SecurityPolicy { get; set; } = "TLS_1_2";

        public string? TruststoreUri { get; set; }

        public string IpAddressType { get; set; } = "ipv4";

        public string EndpointType { get; set; } = DomainEndpoints.Regional;

        public string? Policy { get; set; }

        public string? VpcEndpoints { get; set; }

        public List<MappingDraft> Mappings { get; } = [];

        public string RoutingMode { get; set; } = RoutingModes.ByMappings;

        public List<RoutingRuleDraft> RoutingRules { get; } = [];
    }
}
