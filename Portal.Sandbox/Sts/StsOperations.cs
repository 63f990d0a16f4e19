using System.Text;
using System.Xml.Linq;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Sts;

/// <summary>STS speaks the query protocol: one path, the operation in a form field, XML back.</summary>
internal static class StsOperations
{
    private const string Service = "sts";

    private static readonly XNamespace Xml = "https://sts.amazonaws.com/doc/2011-06-15/";

    public static IReadOnlyList<Operation> All { get; } = [new(Service, "GetCallerIdentity", "POST", "/?Action=GetCallerIdentity", GetCallerIdentity)];

    private static Answer GetCallerIdentity(Call call) => new(200, Encoding.UTF8.GetBytes(new XElement(
        Xml + "GetCallerIdentityResponse",
        new XElement(
            Xml + "GetCallerIdentityResult",
            new XElement(Xml + "Arn", $"arn:aws:iam::{call.Scope.Account}:user/sandbox"),
            new XElement(Xml + "UserId", "AIDASANDBOXSANDBOXSAN"),
            new XElement(Xml + "Account", call.Scope.Account)),
        new XElement(Xml + "ResponseMetadata", new XElement(Xml + "RequestId", Guid.NewGuid()))).ToString()), "text/xml");
}
