using System.Text.Json;
using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Reads the keys of a usage plan that are the portal's, and tells which others it lets in. No value is asked for, and none leaves <see cref="ApiKeys"/>.</summary>
internal sealed class LiveKeys(AwsClients aws)
{
    /// <summary>While the portal looks at one plan after the other, the account's keys are listed anew so often.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(10);

    private (long At, Dictionary<string, ApiKey> Keys)? _listed;

    /// <summary>
    /// Looks at a plan's keys. Closely, at all of them by a list of the account's; quickly, at the plan's own list alone, which names its keys, and at those one by one that it has not.
    /// </summary>
    public async Task<(IReadOnlyList<ApiKeySpec> Keys, IReadOnlyList<BesideFact> Beside)> LookAsync(GatewayScope scope, string planId, GatewayState? known, CancellationToken cancellationToken)
    {
        var parts = scope.Parts.Select(KeyPart.Parse).ToList();
        var letIn = await ApiKeys.NamesOfPlanAsync(aws, planId, cancellationToken);
        var listed = known is null && parts is not [] ? await ListAsync(cancellationToken) : null;
        var keys = new List<ApiKeySpec>();

        foreach (var part in parts)
        {
            var before = known?.Find(new Address(Kind.ApiKey, part.Id)) as ApiKeySpec;

            if (before is not null && letIn.TryGetValue(part.AwsId, out var name))
            {
                keys.Add(before with { Name = name, InPlan = true });
            }
            else if ((listed is null ? await FindAsync(part.AwsId, cancellationToken) : listed.GetValueOrDefault(part.AwsId)) is { } live)
            {
                keys.Add(ToSpec(part, scope.Subject.Id, live, letIn.ContainsKey(part.AwsId)));
            }
        }

        return (keys, [.. letIn.Where(key => !parts.Exists(part => part.AwsId == key.Key)).OrderBy(key => key.Key, StringComparer.Ordinal).Select(key => Beside(scope.Subject, key.Key, key.Value))]);
    }

    /// <summary>Those that are named, one call each.</summary>
    public async Task<IReadOnlyList<ApiKeySpec>> ReadAsync(GatewayScope scope, string planId, CancellationToken cancellationToken)
    {
        if (scope.Parts is [])
        {
            return [];
        }

        var letIn = await ApiKeys.NamesOfPlanAsync(aws, planId, cancellationToken);
        var keys = new List<ApiKeySpec>();

        foreach (var part in scope.Parts.Select(KeyPart.Parse))
        {
            if (await FindAsync(part.AwsId, cancellationToken) is { } live)
            {
                keys.Add(ToSpec(part, scope.Subject.Id, live, letIn.ContainsKey(part.AwsId)));
            }
        }

        return keys;
    }

    private async Task<ApiKey?> FindAsync(string awsId, CancellationToken cancellationToken)
    {
        try
        {
            var live = await Calls.AskAsync(aws.Reading.GetApiKeyAsync, new GetApiKeyRequest { ApiKey = awsId, IncludeValue = false }, cancellationToken);

            return new ApiKey { Id = live.Id, Name = live.Name, Description = live.Description, Enabled = live.Enabled, CustomerId = live.CustomerId, Tags = live.Tags };
        }
        catch (GatewayRefusedException refused) when (refused.Code is Calls.NotFound)
        {
            return null;
        }
    }

    /// <summary>Who waits for an answer gets a list of now; the portal's own rounds share one for a moment.</summary>
    private async Task<Dictionary<string, ApiKey>> ListAsync(CancellationToken cancellationToken)
    {
        if (Errands.Now is Errand.Background && _listed is var (at, kept) && aws.Clock.GetElapsedTime(at) < KeptFor)
        {
            return kept;
        }

        var begun = aws.Clock.GetTimestamp();
        var all = await Calls.AllAsync(async position =>
        {
            var page = await Calls.AskAsync(aws.Reading.GetApiKeysAsync, new GetApiKeysRequest { IncludeValues = false, Limit = Calls.PageSize, Position = position }, cancellationToken);

            return (page.Items, page.Position);
        });
        var keys = all.DistinctBy(key => key.Id).ToDictionary(key => key.Id);
        _listed = (begun, keys);

        return keys;
    }

    private static ApiKeySpec ToSpec(KeyPart part, string plan, ApiKey live, bool inPlan) => new(part.Id)
    {
        Plan = plan,
        AwsId = part.AwsId,
        Name = live.Name ?? "",
        Description = string.IsNullOrEmpty(live.Description) ? null : live.Description,
        Enabled = live.Enabled is true,
        CustomerId = string.IsNullOrEmpty(live.CustomerId) ? null : live.CustomerId,
        InPlan = inPlan,
        Marked = live.Tags?.GetValueOrDefault(RestApis.Mark) == part.Id,
        Tags = LiveTags.Of(live.Tags),
    };

    private static BesideFact Beside(Address plan, string awsId, string name) => new(plan, ApiKeySpec.BesideName(name is "" ? awsId : name), JsonSerializer.Serialize(awsId, JsonSerializerOptions.Web))
    {
        Says = $"Lets the key {(name is "" ? awsId : $"{name} ({awsId})")} in, which the portal did not issue for it, or has ended since. The portal takes out no key that is not its own: do so in AWS, or ignore it.",
    };
}
