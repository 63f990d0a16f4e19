using System.Text;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway;

/// <summary>
/// How much of everything an account may have in a Region, as a new one begins; the sandbox has nobody who could raise it. The text for resources is one
/// that people report of the service, the others are worded after it; none is recorded.
/// </summary>
internal static class Limits
{
    public const int RegionalApis = 600;
    public const int EdgeApis = 120;
    public const int PrivateApis = 600;
    public const int Resources = 300;
    public const int Stages = 10;
    public const int StageVariables = 100;
    public const int Authorizers = 10;
    public const int DocumentationParts = 2_000;
    public const int ApiKeys = 10_000;
    public const int UsagePlans = 300;
    public const int PlansOfKey = 10;
    public const int MethodThrottles = 20;
    public const int ClientCertificates = 60;
    public const int VpcLinks = 20;
    public const int DomainNames = 120;
    public const int PrivateDomainNames = 50;
    public const int Tags = 50;
    public const int MultiLevelMappings = 200;
    public const int RoutingRules = 50;
    public const int ModelKilobytes = 400;
    public const int TemplateKilobytes = 300;

    /// <summary>Refuses what is larger than it may be.</summary>
    public static void CheckSize(string text, int kilobytes, string what)
    {
        // No character has more than three bytes.
        if (text.Length > kilobytes * 1024 / 3 && Encoding.UTF8.GetByteCount(text) > kilobytes * 1024)
        {
            throw AwsError.BadRequest($"{what} exceeds the maximum size of {kilobytes} KB");
        }
    }

    /// <summary>Refuses one more than there may be.</summary>
    /// <param name="held">How many there would be.</param>
    /// <param name="most">How many there may be.</param>
    /// <param name="things">What they are: "resources".</param>
    /// <param name="holder">What holds them: "this API".</param>
    public static void Check(int held, int most, string things, string holder)
    {
        if (held > most)
        {
            throw new AwsError(429, "LimitExceededException", $"Maximum number of {things} for {holder} has been reached. Please contact AWS if you need additional {things}.");
        }
    }
}
