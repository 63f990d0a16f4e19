using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Portal.Server.Gateway;
using Portal.Shared.Stages;

namespace Portal.Server.Aws;

/// <summary>
/// What is otherwise with private domain names, which VPC endpoints alone reach: they are told apart by an id of AWS's, mapped by version 1 of the service, and each VPC endpoint is let in by an access association.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-custom-domains.html
/// </summary>
/// <param name="aws">The clients of the connection.</param>
/// <param name="once">Whether what is listed is kept: for a look at many names at one moment.</param>
internal sealed class PrivateNames(AwsClients aws, bool once)
{
    private const string SourceType = "VPCE";

    private IReadOnlyList<DomainNameAccessAssociation>? _kept;

    public static bool Is(DomainName name) => name.EndpointConfiguration?.Types?.Contains(DomainEndpoints.Private) is true;

    /// <summary>What tells it from others of the same name; null of a public one.</summary>
    public static string? IdOf(DomainName name) => Is(name) ? name.DomainNameId : null;

    /// <summary>The VPC endpoints of this account that are let in; null where AWS does not tell.</summary>
    public async Task<SortedMap<string>?> EndpointsOrNullAsync(DomainName name, CancellationToken cancellationToken)
    {
        try
        {
            return new(from association in once ? _kept ??= await AssociationsAsync(cancellationToken) : await AssociationsAsync(cancellationToken)
                       where association.DomainNameArn == name.DomainNameArn
                       select KeyValuePair.Create(EndpointOf(association), association.AccessAssociationSourceType?.Value ?? SourceType));
        }
        catch (GatewayRefusedException refused) when (refused.Refusal is GatewayRefusal.Denied)
        {
            return null;
        }
    }

    /// <summary>By their paths, as in "/v1".</summary>
    public Task<List<BasePathMapping>> MappingsAsync(NamedDomain name, CancellationToken cancellationToken) => Calls.AllAsync(async position =>
    {
        var page = await Calls.AskAsync(
            aws.Reading.GetBasePathMappingsAsync, new GetBasePathMappingsRequest { DomainName = name.Name, DomainNameId = name.Id, Limit = Calls.PageSize, Position = position }, cancellationToken);

        return (page.Items, page.Position);
    });

    public static string PathOf(BasePathMapping mapping) => mapping.BasePath is null or "" or "(none)" ? "/" : $"/{mapping.BasePath}";

    /// <summary>What goes goes first, so that a path is free for what comes.</summary>
    public async Task MapAsync(NamedDomain name, SortedMap<string> before, SortedMap<string> after, IReadOnlyDictionary<string, (string Api, string Stage)> stages, CancellationToken cancellationToken)
    {
        var live = (await MappingsAsync(name, cancellationToken)).ToDictionary(PathOf);

        foreach (var path in before.Keys.Except(after.Keys).Where(live.ContainsKey))
        {
            await Calls.DeleteAsync(aws.Writing.DeleteBasePathMappingAsync, new DeleteBasePathMappingRequest { DomainName = name.Name, DomainNameId = name.Id, BasePath = KeyOf(path) }, cancellationToken);
        }

        foreach (var (path, key) in after.Where(mapping => before.GetValueOrDefault(mapping.Key) != mapping.Value))
        {
            var (api, stage) = stages[key];
            await (live.ContainsKey(path)
                ? Calls.AskAsync(
                    aws.Writing.UpdateBasePathMappingAsync,
                    new UpdateBasePathMappingRequest { DomainName = name.Name, DomainNameId = name.Id, BasePath = KeyOf(path), PatchOperations = [Replace("/restapiId", api), Replace("/stage", stage)] },
                    cancellationToken)
                : (Task)Calls.AskAsync(
                    aws.Writing.CreateBasePathMappingAsync,
                    new CreateBasePathMappingRequest { DomainName = name.Name, DomainNameId = name.Id, BasePath = KeyOf(path), RestApiId = api, Stage = stage },
                    cancellationToken));
        }
    }

    /// <summary>Lets VPC endpoints in, and keeps others out.</summary>
    public async Task AssociateAsync(string arn, SortedMap<string> before, SortedMap<string> after, CancellationToken cancellationToken)
    {
        if (before.Keys.SequenceEqual(after.Keys, StringComparer.Ordinal))
        {
            return;
        }

        var live = (await AssociationsAsync(cancellationToken)).Where(association => association.DomainNameArn == arn).ToDictionary(EndpointOf);

        foreach (var endpoint in after.Keys.Except(before.Keys).Where(endpoint => !live.ContainsKey(endpoint)))
        {
            await Calls.AskAsync(
                aws.Writing.CreateDomainNameAccessAssociationAsync,
                new CreateDomainNameAccessAssociationRequest { DomainNameArn = arn, AccessAssociationSourceType = AccessAssociationSourceType.VPCE, AccessAssociationSource = endpoint },
                cancellationToken);
        }

        foreach (var endpoint in before.Keys.Except(after.Keys).Where(live.ContainsKey))
        {
            await Calls.DeleteAsync(
                aws.Writing.DeleteDomainNameAccessAssociationAsync, new DeleteDomainNameAccessAssociationRequest { DomainNameAccessAssociationArn = live[endpoint].DomainNameAccessAssociationArn }, cancellationToken);
        }
    }

    private Task<List<DomainNameAccessAssociation>> AssociationsAsync(CancellationToken cancellationToken) => Calls.AllAsync(async position =>
    {
        var page = await Calls.AskAsync(aws.Reading.GetDomainNameAccessAssociationsAsync, new GetDomainNameAccessAssociationsRequest { Limit = Calls.PageSize, Position = position }, cancellationToken);

        return (page.Items, page.Position);
    });

    /// <summary>AWS says the id of the endpoint, or its ARN.</summary>
    private static string EndpointOf(DomainNameAccessAssociation association) => association.AccessAssociationSource.Split('/')[^1];

    private static string KeyOf(string path) => path is "/" ? "(none)" : path[1..];

    private static PatchOperation Replace(string path, string value) => new() { Op = Op.Replace, Path = path, Value = value };
}
