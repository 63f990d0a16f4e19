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

    private readonly Draft _draft = new();
    private Load<IReadOnlyDictionary<Guid, string>>? _stages;
    private Guid _team;

    [Parameter, EditorRequired]
    public required ConnectionView Connection { get; set; }

    /// <summary>The one that is changed; null for a new one.</summary>
    [Parameter]
    public DomainNameView? Of { get; set; }

    private IReadOnlyList<string> SecurityPolicies => Usual.Contains(_draft.SecurityPolicy) ? Usual : [_draft.SecurityPolicy!, .. Usual];

    private IReadOnlyList<DomainMapping> Mappings => [.. _draft.Mappings.Where(mapping => mapping.StageId != Guid.Empty).Select(mapping => new DomainMapping { Path = mapping.Path?.Trim() ?? "", StageId = mapping.StageId })];

    private ProposeDomainName NewName => new()
    {
        ConnectionId = Connection.Id,
        TeamId = _team,
        Name = _draft.Name?.Trim() ?? "",
        CertificateArn = _draft.CertificateArn?.Trim() ?? "",
        SecurityPolicy = _draft.SecurityPolicy ?? "",
        TruststoreUri = Said(_draft.TruststoreUri),
        IpAddressType = _draft.IpAddressType,
        Mappings = Mappings,
    };

    private ProposeDomainNameChange Change => new()
    {
        ConnectionId = Connection.Id,
        Id = Of?.Id ?? Guid.Empty,
        TeamId = _team,
        CertificateArn = _draft.CertificateArn?.Trim() ?? "",
        SecurityPolicy = _draft.SecurityPolicy ?? "",
        TruststoreUri = Said(_draft.TruststoreUri),
        IpAddressType = _draft.IpAddressType,
        // The version belongs to the truststore that it was said for.
        TruststoreVersion = Said(_draft.TruststoreUri) == Of?.TruststoreUri ? Of?.TruststoreVersion : null,
        Mappings = Mappings,
    };

    /// <returns>The run that was proposed; null where nothing was.</returns>
    public static Task<ProposedChange?> ShowAsync(IDialogService dialogs, ConnectionView connection, DomainNameView? of) =>
        dialogs.OpenAsync<DomainNameDialog, ProposedChange>("Domain name", new() { { dialog => dialog.Connection, connection }, { dialog => dialog.Of, of } },
            new DialogOptions { CloseOnEscapeKey = true, MaxWidth = MaxWidth.Medium, FullWidth = true });

    protected override async Task OnInitializedAsync()
    {
        if (Of is not null)
        {
            (_draft.CertificateArn, _draft.SecurityPolicy, _draft.TruststoreUri, _draft.IpAddressType) = (Of.CertificateArn, Of.SecurityPolicy, Of.TruststoreUri, Of.IpAddressType);
            _draft.Mappings.AddRange(Of.Mappings.Where(mapping => mapping.StageId is not null).Select(mapping => new MappingDraft { Path = mapping.Path, StageId = mapping.StageId!.Value }));
        }

        await LoadAsync();
    }

    private async Task LoadAsync() => _stages = await Portal.SendAsync(new ListApis { ConnectionId = Connection.Id, Take = Most }, Leaving) switch
    {
        Answer<Page<ApiRow>>.Given(var apis) => new Load<IReadOnlyDictionary<Guid, string>>.Ready(StagesOf(apis)),
        Answer<Page<ApiRow>>.Refused(var refusal) => new Load<IReadOnlyDictionary<Guid, string>>.Failed(refusal),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Those to which something is deployed, and those that are mapped already.</summary>
    private Dictionary<Guid, string> StagesOf(Page<ApiRow> apis)
    {
        var stages = (
            from api in apis.Items
            from stage in api.Stages
            where stage.Connection == Connection.Name && stage.Runs is not null
            select (stage.Id, Name: $"{stage.Name} of {api.Name}")).ToDictionary(stage => stage.Id, stage => stage.Name);

        foreach (var mapping in Of?.Mappings ?? [])
        {
            if (mapping.StageId is { } id)
            {
                stages.TryAdd(id, mapping.Stage);
            }
        }

        return stages;
    }

    private void Add() => _draft.Mappings.Add(new MappingDraft { Path = _draft.Mappings.Count is 0 ? "/" : "/v1" });

    private Task<ValidationResult> CheckAsync(CancellationToken cancellationToken) =>
        Of is null ? new ProposeDomainNameValidator().ValidateAsync(NewName, cancellationToken) : new ProposeDomainNameChangeValidator().ValidateAsync(Change, cancellationToken);

    private Task SaveAsync() => SendAsync(Of is null ? NewName : Change);

    private static string AddressWord(string type) => type is "dualstack" ? "IPv4 and IPv6" : "IPv4";

    private static string? Said(string? text) => text?.Trim() is { Length: > 0 } said ? said : null;

    private sealed class Draft
    {
        public string? Name { get; set; }

        public string? CertificateArn { get; set; }

        public string? SecurityPolicy { get; set; } = "TLS_1_2";

        public string? TruststoreUri { get; set; }

        public string IpAddressType { get; set; } = "ipv4";

        public List<MappingDraft> Mappings { get; } = [];
    }

    private sealed class MappingDraft
    {
        public string? Path { get; set; }

        public Guid StageId { get; set; }
    }
}
