using Portal.Shared.Connections;

namespace Portal.Server.Connections;

/// <summary>The boundary to AWS for trying a connection.</summary>
internal interface IConnectionProbe
{
    /// <summary>Reads a little of everything that the portal reads; what is refused is told in AWS's words, not thrown.</summary>
    Task<ConnectionTest> TestAsync(Guid connection, CancellationToken cancellationToken);
}
