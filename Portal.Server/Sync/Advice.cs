using System.Diagnostics;
using Portal.Server.Gateway;

namespace Portal.Server.Sync;

/// <summary>What helps after a refusal: whether trying again does, or what a person must do first.</summary>
internal static class Advice
{
    public static string For(GatewayRefusal refusal) => refusal switch
    {
        GatewayRefusal.Final => "Trying again does not help: mend what AWS names, and propose it again.",
        GatewayRefusal.Passing => "It is worth another try later.",
        GatewayRefusal.Unknown => "Nobody can know whether it worked; another try looks first.",
        GatewayRefusal.Quota => "A quota of the account is used up: have it raised or remove something in AWS, then try again.",
        GatewayRefusal.Denied => "The connection's credentials may not do this: allow it in IAM, then try again.",
        _ => throw new UnreachableException(),
    };
}
