using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.ApiGatewayV2.Stages;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Execution.WebSockets;

/// <summary>The stage that a connection was opened on, as it was then.</summary>
internal sealed record SocketStage(Region Region, WholeApi Api, Stage Stage, Definition Definition)
{
    public string ApiId => Api.Api.ApiId;

    public string Key => $"{ApiId}/{Stage.StageName}";
}
