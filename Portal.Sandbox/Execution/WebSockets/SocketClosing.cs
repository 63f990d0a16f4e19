using System.Net.WebSockets;

namespace Portal.Sandbox.Execution.WebSockets;

/// <summary>How a connection ends, by the numbers of RFC 6455.</summary>
internal sealed record SocketClosing(int Status, string? Reason)
{
    private const int NoStatus = 1005;

    public static readonly SocketClosing Agreed = new((int)WebSocketCloseStatus.NormalClosure, "");
    public static readonly SocketClosing Deleted = new((int)WebSocketCloseStatus.NormalClosure, "Connection Closed Normally");
    public static readonly SocketClosing GoingAway = new((int)WebSocketCloseStatus.EndpointUnavailable, "Going away");
    public static readonly SocketClosing TooLong = new((int)WebSocketCloseStatus.MessageTooBig, "Message too long");

    /// <summary>Nobody said that it ends.</summary>
    public static readonly SocketClosing Abnormal = new(1006, "Connection Closed Abnormally");

    /// <summary>What its client said.</summary>
    public static SocketClosing By(WebSocket socket) => new((int?)socket.CloseStatus ?? NoStatus, socket.CloseStatusDescription);
}
