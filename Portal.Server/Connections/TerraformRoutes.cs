using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

/// <summary>States of Terraform at the HTTP door. A state is a body as it is: curl -X PUT --data-binary @terraform.tfstate.</summary>
internal static class TerraformRoutes
{
    public static void MapTerraformStates(this IEndpointRouteBuilder connections)
    {
        var states = connections.MapGroup("/{id:guid}/terraform-states");

        states.MapGet("", (Guid id, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new ListTerraformStates(id), cancellationToken)).Asks<ListTerraformStates>();
        states.MapPut("/{name}", async (Guid id, string name, HttpRequest http, IPortal portal, CancellationToken cancellationToken) =>
        {
            using var state = new MemoryStream();
            await http.Body.CopyToAsync(state, cancellationToken);

            return await portal.AnswerAsync(new GiveTerraformState { ConnectionId = id, Name = name, State = state.GetBuffer().AsMemory(0, (int)state.Length) }, cancellationToken);
        }).Accepts<object>(isOptional: true, "application/json", "application/octet-stream", "application/x-www-form-urlencoded").Asks<GiveTerraformState>();
        states.MapDelete("/{name}", (Guid id, string name, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new TakeTerraformState(id, name), cancellationToken)).Asks<TakeTerraformState>();
    }
}
