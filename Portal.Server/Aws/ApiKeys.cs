using System.Globalization;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>
/// Writes API keys. CreateApiKey, CreateUsagePlanKey and GetUsagePlanKeys are answered with values: no answer of theirs leaves this file.
/// The one value that is asked for is that of a key with which its owner calls.
/// </summary>
internal sealed class ApiKeys(AwsClients aws, bool writable) : IKeyGateway
{
    private const string KeyType = "API_KEY";
    private const string Conflict = "ConflictException";

    public static async Task<string?> ReadValueAsync(AwsClients aws, string key, CancellationToken cancellationToken)
    {
        try
        {
            return (await Calls.AskAsync(aws.Reading.GetApiKeyAsync, new GetApiKeyRequest { ApiKey = key, IncludeValue = true }, cancellationToken)).Value;
        }
        catch (GatewayRefusedException refused) when (refused.Code is Calls.NotFound)
        {
            return null;
        }
    }

    /// <summary>The keys that a plan lets in: AWS's ids, with their names.</summary>
    public static async Task<Dictionary<string, string>> NamesOfPlanAsync(AwsClients aws, string plan, CancellationToken cancellationToken)
    {
        var keys = await Calls.AllAsync(async position =>
        {
            var page = await Calls.AskAsync(aws.Reading.GetUsagePlanKeysAsync, new GetUsagePlanKeysRequest { UsagePlanId = plan, Limit = Calls.PageSize, Position = position }, cancellationToken);

            return (page.Items?.ConvertAll(item => (item.Id, Name: item.Name ?? "")), page.Position);
        });

        return keys.DistinctBy(key => key.Id).ToDictionary(key => key.Id, key => key.Name);
    }

    public async Task<string?> FindAsync(Guid key, CancellationToken cancellationToken)
    {
        var name = NameOf(key);

        // The name narrows the list to one page, whatever the account holds; the tag decides.
        var found = await Calls.AllAsync(async position =>
        {
            var page = await Calls.AskAsync(aws.Reading.GetApiKeysAsync, new GetApiKeysRequest { NameQuery = name, IncludeValues = false, Limit = Calls.PageSize, Position = position }, cancellationToken);

            return (page.Items, page.Position);
        });

        return found.Find(item => item.Tags?.GetValueOrDefault(RestApis.Mark) == key.ToString())?.Id;
    }

    public async Task<string> CreateAsync(NewKey key, CancellationToken cancellationToken)
    {
        try
        {
            var made = await Calls.AskAsync(Writing.CreateApiKeyAsync, new CreateApiKeyRequest
            {
                Name = NameOf(key.Id),
                Description = key.Description,
                Value = key.Value,
                Enabled = true,
                Tags = new() { [RestApis.Mark] = key.Id.ToString() },
            }, cancellationToken);

            return made.Id;
        }
        catch (GatewayRefusedException refused) when (refused.Message.Contains(key.Value, StringComparison.Ordinal))
        {
            // No text of AWS's is known to repeat it; should one ever do, it ends here, and the exception with it.
            throw new GatewayRefusedException(refused.Operation, refused.Code, refused.Message.Replace(key.Value, "…", StringComparison.Ordinal), refused.Refusal, refused.RetryAfter);
        }
    }

    public async Task PutIntoPlanAsync(Guid mark, string key, string plan, CancellationToken cancellationToken)
    {
        try
        {
            await Calls.AskAsync(Writing.CreateUsagePlanKeyAsync, new CreateUsagePlanKeyRequest { KeyId = key, KeyType = KeyType, UsagePlanId = plan }, cancellationToken);
        }
        catch (GatewayRefusedException refused) when (refused.Code is Conflict && refused.Refusal is GatewayRefusal.Final)
        {
            // It is in it after a call that was cut; or another plan of the same stage has it, and then it stays a refusal.
            if (!await IsInPlanAsync(mark, key, plan, cancellationToken))
            {
                throw;
            }
        }
    }

    public async Task DisableAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            await Calls.AskAsync(Writing.UpdateApiKeyAsync, new UpdateApiKeyRequest
            {
                ApiKey = key,
                PatchOperations = [new() { Op = Op.Replace, Path = "/enabled", Value = "false" }],
            }, cancellationToken);
        }
        catch (GatewayRefusedException refused) when (refused.Code is Calls.NotFound)
        {
            // Gone is more than disabled.
        }
    }

    public Task TakeOutOfPlanAsync(string key, string plan, CancellationToken cancellationToken) =>
        Calls.DeleteAsync(Writing.DeleteUsagePlanKeyAsync, new DeleteUsagePlanKeyRequest { KeyId = key, UsagePlanId = plan }, cancellationToken);

    public Task DeleteAsync(string key, CancellationToken cancellationToken) =>
        Calls.DeleteAsync(Writing.DeleteApiKeyAsync, new DeleteApiKeyRequest { ApiKey = key }, cancellationToken);

    public Task SetRemainingAsync(string key, string plan, long remaining, CancellationToken cancellationToken) =>
        Calls.AskAsync(Writing.UpdateUsageAsync, new UpdateUsageRequest
        {
            KeyId = key,
            UsagePlanId = plan,
            PatchOperations = [new() { Op = Op.Replace, Path = "/remaining", Value = remaining.ToString(CultureInfo.InvariantCulture) }],
        }, cancellationToken);

    private IAmazonAPIGateway Writing => writable ? aws.Writing : throw Calls.ReadOnly();

    private static string NameOf(Guid key) => ApiKeySpec.NameOf(key.ToString());

    private async Task<bool> IsInPlanAsync(Guid mark, string key, string plan, CancellationToken cancellationToken)
    {
        var answer = await Calls.AskAsync(aws.Reading.GetUsagePlanKeysAsync, new GetUsagePlanKeysRequest { UsagePlanId = plan, NameQuery = NameOf(mark), Limit = Calls.PageSize }, cancellationToken);

        return answer.Items?.Exists(item => item.Id == key) is true;
    }
}
