using System.Diagnostics;

namespace Portal.Server.Gateway;

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

    /// <summary>Where AWS was only asked how things are.</summary>
    public static string ForReading(GatewayRefusal refusal) => refusal switch
    {
        GatewayRefusal.Passing or GatewayRefusal.Unknown => "It is worth another try.",
        GatewayRefusal.Final => "Trying again does not help before what AWS names is mended.",
        _ => For(refusal),
    };
}
