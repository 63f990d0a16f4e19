using Microsoft.AspNetCore.Components;
using Portal.Shared.Stages;

namespace Portal.Client.Stages;

/// <summary>What became of a connection that was tried.</summary>
public sealed partial class TalkShown
{
    [Parameter, EditorRequired]
    public required SocketTalk Of { get; set; }
}
