using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

internal static class ConnectionsModule
{
    public static void AddPortalConnections(this IServiceCollection services)
    {
        services.AddSingleton<SandboxHost>();
        services.AddScoped<IOnlySandbox, OnlySandbox>();
        services.AddScoped<AccountProposals>();
        services.AddScoped<AccountStandings>();
        services.AddScoped<OwnCertificates>();
        services.AddScoped<OwnVpcLinks>();
        services.AddScoped<ITakesOver, TakenThing>();
    }

    public static void MapConnections(this IEndpointRouteBuilder api)
    {
        var connections = api.MapGroup("/connections");

        connections.MapGet("", (IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new ListConnections(), cancellationToken)).Asks<ListConnections>();
        connections.MapPost("", (AddConnection request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request, cancellationToken, made => TypedResults.Created($"/api/v1/connections/{made.Id}", made))).Asks<AddConnection>(StatusCodes.Status201Created);
        connections.MapGet("/{id:guid}", (Guid id, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new GetConnection(id), cancellationToken)).Asks<GetConnection>();
        connections.MapGet("/{id:guid}/headroom", (Guid id, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new GetHeadroom(id), cancellationToken)).Asks<GetHeadroom>();
        connections.MapPut("/{id:guid}", (Guid id, ChangeConnection request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { Id = id }, cancellationToken)).Asks<ChangeConnection>();
        connections.MapDelete("/{id:guid}", (Guid id, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new RemoveConnection(id), cancellationToken)).Asks<RemoveConnection>();

        connections.MapPost("/{id:guid}/writing", (Guid id, SwitchToWriting request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { Id = id }, cancellationToken)).Asks<SwitchToWriting>();
        connections.MapDelete("/{id:guid}/writing", (Guid id, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new SwitchToReadOnly(id), cancellationToken)).Asks<SwitchToReadOnly>();
        connections.MapPost("/{id:guid}/test", (Guid id, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new TestConnection(id), cancellationToken)).Asks<TestConnection>();

        connections.MapAccountThings();
        connections.MapTerraformStates();

        connections.MapGet("/iam-policy", (string region, IPortal portal, CancellationToken cancellationToken, bool writing = true) =>
            portal.AnswerAsync(new GetLeastPolicy { Region = region, Writing = writing }, cancellationToken)).Asks<GetLeastPolicy>();
    }
}
