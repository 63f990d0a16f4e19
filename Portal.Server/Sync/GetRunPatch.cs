using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

internal sealed class GetRunPatchHandler(PortalDb db) : IHandler<GetRunPatch, RunPatch>
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<Answer<RunPatch>> HandleAsync(GetRunPatch request, CurrentUser user, CancellationToken cancellationToken)
    {
        var run = await db.Set<ChangeRun>().AsNoTracking().Include(run => run.Steps).SingleAsync(run => run.Id == request.Id, cancellationToken);
        var owner = await db.OwnerAsync(run, cancellationToken);
        var isTerraforms = owner?.StartsWith(Ownership.Terraform, StringComparison.Ordinal) is true;

        return new RunPatch
        {
            OwnedBy = owner,
            Things =
            [
                .. from step in run.Steps.OrderBy(step => step.Ordinal).Select(PlannedStep.Of)
                   let spec = step.After ?? step.Before
                   where spec is not (DeploymentSpec or MarkSpec)
                   select Of(spec, step.Before, step.After, isTerraforms, run.Names),
            ],
        };
    }

    private static ThingPatch Of(Spec spec, Spec? before, Spec? after, bool isTerraforms, IReadOnlyDictionary<string, string> names)
    {
        var file = spec switch
        {
            WebSocketApiSpec api => $"{api.Name}.websocket.json",
            DefinitionSpec api => $"{api.NameInAws}.openapi.json",
            StageSpec stage => $"{stage.Name}.stage.json",
            UsagePlanSpec plan => $"{plan.Name}.usage-plan.json",
            _ => $"{spec.Address.Kind}.json",
        };

        return new ThingPatch
        {
            Of = spec.Label,
            File = file,
            Diff = UnifiedDiff.Between(before is null ? null : $"a/{file}", Text(before), after is null ? null : $"b/{file}", Text(after)),
            Tool = isTerraforms ? Ownership.Terraform : Ownership.CloudFormation,
            Snippet = isTerraforms ? TerraformSnippet.Of(spec, after is null, before, names) : CloudFormationSnippet.Of(spec, after is null, before, names),
        };
    }

    /// <summary>In an order that does not change with what is in it: a diff shows what differs, not what moved.</summary>
    private static string Text(Spec? spec) => spec switch
    {
        null => "",
        RestApiSpec api => JsonNode.Parse(CanonicalJson.Of(JsonNode.Parse(OpenApiBody.Of(api))))!.ToJsonString(Indented),
        HttpApiSpec api => JsonNode.Parse(CanonicalJson.Of(JsonNode.Parse(HttpApiBody.Of(api))))!.ToJsonString(Indented),
        _ => JsonNode.Parse(spec.Text)!.ToJsonString(Indented),
    };
}
