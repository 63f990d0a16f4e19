using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

/// <summary>The routes of what belongs to an account and Region rather than to one API.</summary>
internal static class AccountRoutes
{
    public static void MapAccountThings(this IEndpointRouteBuilder connections)
    {
        connections.MapGet("/{id:guid}/certificates", (Guid id, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new ListClientCertificates(id), cancellationToken)).Asks<ListClientCertificates>();
        connections.MapGet("/{id:guid}/certificates/uses", (Guid id, int? leftOut, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new GetCertificateUses(id) { LeftOut = leftOut ?? 0 }, cancellationToken)).Asks<GetCertificateUses>();
        connections.MapGet("/{id:guid}/certificates/{awsId}/pem", (Guid id, string awsId, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new GetCertificatePem(id, awsId), cancellationToken, Pem)).AsksForFile<GetCertificatePem>("application/x-pem-file");
        connections.MapPost("/{id:guid}/certificates", (Guid id, ProposeClientCertificate request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { ConnectionId = id }, cancellationToken, Proposed)).Asks<ProposeClientCertificate>(StatusCodes.Status201Created);
        connections.MapPost("/{id:guid}/certificates/{certificate:guid}/description", (Guid id, Guid certificate, ProposeCertificateDescription request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { ConnectionId = id, Id = certificate }, cancellationToken, Proposed)).Asks<ProposeCertificateDescription>(StatusCodes.Status201Created);
        connections.MapPost("/{id:guid}/certificates/{certificate:guid}/deletion", (Guid id, Guid certificate, ProposeCertificateDeletion request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { ConnectionId = id, Id = certificate }, cancellationToken, Proposed)).Asks<ProposeCertificateDeletion>(StatusCodes.Status201Created);

        connections.MapGet("/{id:guid}/vpc-links", (Guid id, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new ListVpcLinks(id), cancellationToken)).Asks<ListVpcLinks>();
        connections.MapPost("/{id:guid}/vpc-links", (Guid id, ProposeVpcLink request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { ConnectionId = id }, cancellationToken, Proposed)).Asks<ProposeVpcLink>(StatusCodes.Status201Created);
        connections.MapPost("/{id:guid}/vpc-links/{link:guid}/change", (Guid id, Guid link, ProposeVpcLinkChange request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { ConnectionId = id, Id = link }, cancellationToken, Proposed)).Asks<ProposeVpcLinkChange>(StatusCodes.Status201Created);
        connections.MapPost("/{id:guid}/vpc-links/{link:guid}/deletion", (Guid id, Guid link, ProposeVpcLinkDeletion request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { ConnectionId = id, Id = link }, cancellationToken, Proposed)).Asks<ProposeVpcLinkDeletion>(StatusCodes.Status201Created);

        connections.MapGet("/{id:guid}/settings", (Guid id, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new GetAccountSettings(id), cancellationToken)).Asks<GetAccountSettings>();
        connections.MapPost("/{id:guid}/settings", (Guid id, ProposeAccountSettings request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { ConnectionId = id }, cancellationToken, Proposed)).Asks<ProposeAccountSettings>(StatusCodes.Status201Created);
    }

    public static IResult Proposed(ProposedChange proposed) => TypedResults.Created($"/api/v1/runs/{proposed.RunId}", proposed);

    private static IResult Pem(CertificatePem pem) => TypedResults.Text(pem.Text, "application/x-pem-file");
}
