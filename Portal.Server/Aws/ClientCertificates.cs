using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Client certificates. Their private keys never leave AWS.</summary>
internal sealed class ClientCertificates(AwsClients aws, KnownBook known, WriteRights rights) : MarkedKind<ClientCertificateSpec, ClientCertificate>(known, rights)
{
    public override Kind Kind => Kind.ClientCertificate;

    public override string Folder => "clientcertificates";

    public override Task<List<ClientCertificate>> AllAsync(CancellationToken cancellationToken) => Calls.AllAsync(async position =>
    {
        var page = await Calls.AskAsync(aws.Reading.GetClientCertificatesAsync, new GetClientCertificatesRequest { Limit = Calls.PageSize, Position = position }, cancellationToken);

        return (page.Items, page.Position);
    });

    public override IReadOnlyDictionary<string, string>? TagsOf(ClientCertificate live) => live.Tags;

    protected override string IdOf(ClientCertificate live) => live.ClientCertificateId;

    protected override Task<ClientCertificateSpec> ToSpecAsync(string id, ClientCertificate live, CancellationToken cancellationToken) => Task.FromResult(ToSpec(id, live));

    /// <summary>One that bears this very mark was made by an earlier call that was cut.</summary>
    protected override async Task CreateAsync(ClientCertificateSpec after, CancellationToken cancellationToken)
    {
        if (await OwnAsync("GenerateClientCertificate", after.Id, cancellationToken) is { } earlier)
        {
            await UpdateAsync(ToSpec(after.Id, earlier), after, cancellationToken);

            return;
        }

        await Calls.AskAsync(
            aws.Writing.GenerateClientCertificateAsync, new GenerateClientCertificateRequest { Description = after.Description, Tags = new() { [RestApis.Mark] = after.Id } }, cancellationToken);
    }

    protected override async Task UpdateAsync(ClientCertificateSpec before, ClientCertificateSpec after, CancellationToken cancellationToken)
    {
        var live = await OwnOrThrowAsync("UpdateClientCertificate", after.Id, cancellationToken);

        if (before.Description != after.Description)
        {
            await Calls.AskAsync(
                aws.Writing.UpdateClientCertificateAsync,
                new UpdateClientCertificateRequest { ClientCertificateId = live.ClientCertificateId, PatchOperations = [new() { Op = Op.Replace, Path = "/description", Value = after.Description ?? "" }] },
                cancellationToken);
        }
    }

    protected override async Task DeleteAsync(ClientCertificateSpec before, CancellationToken cancellationToken)
    {
        if (await OwnAsync("DeleteClientCertificate", before.Id, cancellationToken) is { } live)
        {
            await Calls.DeleteAsync(aws.Writing.DeleteClientCertificateAsync, new DeleteClientCertificateRequest { ClientCertificateId = live.ClientCertificateId }, cancellationToken);
        }
    }

    public static ClientCertificateSpec ToSpec(string id, ClientCertificate live) => new(id) { Description = string.IsNullOrEmpty(live.Description) ? null : live.Description };
}
