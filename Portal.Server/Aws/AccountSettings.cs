using System.Diagnostics;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>API Gateway's settings of the account and Region. They bear no tag: that the connection may be written to, and an approval, is what protects them.</summary>
internal sealed class AccountSettings(AwsClients aws, WriteRights rights) : IAccountKind
{
    private const string Path = "account";

    public Kind Kind => Kind.AccountSettings;

    public string? Folder => null;

    public async Task<LiveThing> ReadAsync(string id, CancellationToken cancellationToken)
    {
        var account = await Calls.AskAsync(aws.Reading.GetAccountAsync, new GetAccountRequest(), cancellationToken);

        return new LiveThing(new AccountSettingsSpec(id) { LogRoleArn = string.IsNullOrEmpty(account.CloudwatchRoleArn) ? null : account.CloudwatchRoleArn }, Path, Path);
    }

    public Task<IReadOnlyList<TaggedThing>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<TaggedThing>>([]);

    public async Task UpdateAsync(Spec before, Spec after, CancellationToken cancellationToken)
    {
        rights.DemandPath("UpdateAccount", Path);
        await Calls.AskAsync(
            aws.Writing.UpdateAccountAsync,
            new UpdateAccountRequest { PatchOperations = [new() { Op = Op.Replace, Path = "/cloudwatchRoleArn", Value = ((AccountSettingsSpec)after).LogRoleArn ?? "" }] },
            cancellationToken);
    }

    public Task CreateAsync(Spec after, CancellationToken cancellationToken) => throw new UnreachableException("An account has its settings.");

    public Task DeleteAsync(Spec before, CancellationToken cancellationToken) => throw new UnreachableException("An account keeps its settings.");
}
