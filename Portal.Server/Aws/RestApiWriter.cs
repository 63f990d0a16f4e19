using System.Globalization;
using System.Text;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Writes a whole API in one PutRestApi, whatever its size. What a document cannot carry is patched, and only if AWS's answer shows that it differs.</summary>
internal sealed partial class RestApiWriter(AwsClients aws, RestApis apis, ILogger logger)
{
    private readonly LiveTags _tags = new(aws);

    /// <summary>An API without content that bears our mark was made by an earlier call that was cut: it is filled, not made twice.</summary>
    public async Task CreateAsync(RestApiSpec after, CancellationToken cancellationToken)
    {
        var earlier = await apis.OwnAsync("PutRestApi", after.Id, cancellationToken);

        if (earlier?.Id is not { } id)
        {
            var made = await Calls.AskAsync(aws.Writing.CreateRestApiAsync, new CreateRestApiRequest
            {
                Name = after.Name,
                EndpointConfiguration = new EndpointConfiguration { Types = [after.EndpointType] },
                Tags = LiveTags.With(after.Id, after.Tags),
            }, cancellationToken);

            id = made.Id;
            apis.Remember(after.Id, id);
        }
        else
        {
            await _tags.WriteAsync($"restapis/{id}", LiveTags.Of(earlier.Tags), after.Tags, cancellationToken);
        }

        await PutAsync(id, after, after, cancellationToken);
    }

    /// <summary>Tags go first: whoever looks in between finds them, and the definition as it was.</summary>
    public async Task UpdateAsync(RestApiSpec before, RestApiSpec after, CancellationToken cancellationToken)
    {
        var id = await apis.IdAsync("PutRestApi", after.Id, cancellationToken);
        await _tags.WriteAsync($"restapis/{id}", before.Tags, after.Tags, cancellationToken);

        if (before.Untagged().Text != after.Untagged().Text)
        {
            // Only a private API takes VPC endpoints, and a document makes none private.
            await PutAsync(id, before.EndpointType == after.EndpointType ? after : after with { VpcEndpointIds = null }, after, cancellationToken);
        }
    }

    public async Task DeleteAsync(RestApiSpec before, CancellationToken cancellationToken)
    {
        if ((await apis.OwnAsync("DeleteRestApi", before.Id, cancellationToken))?.Id is { } id)
        {
            await Calls.DeleteAsync(aws.Writing.DeleteRestApiAsync, new DeleteRestApiRequest { RestApiId = id }, cancellationToken);
            apis.Forget(before.Id);
        }
    }

    /// <summary>The documentation parts of an API are whoever's wrote them there; an import must neither make nor take any.</summary>
    private async Task PutAsync(string id, RestApiSpec document, RestApiSpec after, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(OpenApiBody.Of(document)));
        var answer = await Calls.AskAsync(aws.Writing.PutRestApiAsync, new PutRestApiRequest { RestApiId = id, Mode = PutMode.Overwrite, FailOnWarnings = false, Parameters = new() { ["ignore"] = "documentation" }, Body = body }, cancellationToken);

        foreach (var warning in answer.Warnings ?? [])
        {
            LogWarning(after.Name, warning);
        }

        if (Patches(answer, after) is { Count: > 0 } patches)
        {
            await Calls.AskAsync(aws.Writing.UpdateRestApiAsync, new UpdateRestApiRequest { RestApiId = id, PatchOperations = patches }, cancellationToken);
        }
    }

    /// <summary>An overwrite resets what a document leaves out, and never touches the endpoint's type; whatever else of the API's head it leaves standing shows in the answer.</summary>
    private static List<PatchOperation> Patches(PutRestApiResponse answer, RestApiSpec after)
    {
        var patches = new List<PatchOperation>();

        Patch("/endpointConfiguration/types/0", answer.EndpointConfiguration?.Types is [var type, ..] ? type : after.EndpointType, after.EndpointType);
        PatchVpcEndpoints(answer.EndpointConfiguration?.VpcEndpointIds ?? [], after.VpcEndpointIds);
        Patch("/securityPolicy", answer.SecurityPolicy?.Value, after.SecurityPolicy);
        Patch("/endpointAccessMode", answer.EndpointAccessMode?.Value, after.EndpointAccessMode);
        Patch("/disableExecuteApiEndpoint", Word(answer.DisableExecuteApiEndpoint ?? false), Word(after.DisableExecuteApiEndpoint));
        Patch("/description", answer.Description ?? "", after.Description ?? "");
        Patch("/apiKeySource", answer.ApiKeySource?.Value ?? after.ApiKeySource, after.ApiKeySource);
        Patch("/minimumCompressionSize", Word(answer.MinimumCompressionSize), Word(after.MinimumCompressionSize));

        if (after.Policy is null)
        {
            Patch("/policy", answer.Policy ?? "", "");
        }

        return patches;

        void Patch(string path, string? live, string? wanted)
        {
            if (wanted is not null && live != wanted)
            {
                patches.Add(new PatchOperation { Op = Op.Replace, Path = path, Value = wanted });
            }
        }

        void PatchVpcEndpoints(IReadOnlyList<string> live, IReadOnlyList<string>? wanted)
        {
            if (wanted is not null)
            {
                patches.AddRange(wanted.Except(live).Select(id => new PatchOperation { Op = Op.Add, Path = "/endpointConfiguration/vpcEndpointIds", Value = id }));
                patches.AddRange(live.Except(wanted).Select(id => new PatchOperation { Op = Op.Remove, Path = "/endpointConfiguration/vpcEndpointIds", Value = id }));
            }
        }
    }

    private static string Word(bool truth) => truth ? "true" : "false";

    private static string Word(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    [LoggerMessage(EventId = 1500, Level = LogLevel.Warning, Message = "API Gateway took the API {Name} with a warning: {Warning}")]
    private partial void LogWarning(string name, string warning);
}
