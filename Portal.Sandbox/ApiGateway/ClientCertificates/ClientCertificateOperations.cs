using System.Text.RegularExpressions;
using Portal.Sandbox.ApiGateway.Tags;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.ClientCertificates;

/// <summary>The certificates that stages show backends. Texts of refusals are not recorded from the service.</summary>
internal static partial class ClientCertificateOperations
{
    private const string Template = "/clientcertificates";
    private const string One = $"{Template}/{{clientcertificate_id}}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "GenerateClientCertificate", "POST", Template, Generate),
        new(Gateway.Service, "GetClientCertificates", "GET", Template, List),
        new(Gateway.Service, "GetClientCertificate", "GET", One, call => Answer.Ok(Find(call).Certificate, WireJson.Default.ClientCertificate)),
        new(Gateway.Service, "UpdateClientCertificate", "PATCH", One, Update),
        new(Gateway.Service, "DeleteClientCertificate", "DELETE", One, Delete),
    ];

    /// <summary>What a stage may name: a certificate that was generated here, or one of ACM by its ARN.</summary>
    public static string? Checked(Region region, string? id) => id switch
    {
        null or "" => null,
        _ when AcmArn().IsMatch(id) || region.ClientCertificates.Find(id) is not null => id,
        _ => throw AwsError.BadRequest("Invalid Client Certificate identifier specified"),
    };

    private static Answer Generate(Call call)
    {
        Limits.Check(call.Region.ClientCertificates.All.Count + 1, Limits.ClientCertificates, "client certificates", "this account");
        var entry = ClientCertificateEntry.Generate(call.Body.Text("description"), TagRules.Checked(call.Body.Texts("tags")), call.Now);
        call.Region.ClientCertificates.Put(entry.Id, entry);
        return Answer.Created(entry.Certificate, WireJson.Default.ClientCertificate);
    }

    private static Answer List(Call call) => Answer.Ok(
        Page<ClientCertificate>.Of(call, call.Region.ClientCertificates.All, entry => entry.Id, entry => entry.Certificate),
        WireJson.Default.PageClientCertificate);

    private static Answer Update(Call call)
    {
        var entry = PatchOperation.Of(call).Aggregate(Find(call), (state, patch) => patch is { Op: "replace", Path: "/description" }
            ? state with { Certificate = state.Certificate with { Description = patch.Value } }
            : throw patch.NotSupported("/description"));
        call.Region.ClientCertificates.Put(entry.Id, entry);
        return Answer.Ok(entry.Certificate, WireJson.Default.ClientCertificate);
    }

    private static Answer Delete(Call call)
    {
        var id = Find(call).Id;
        var user = call.Region.Apis.Values.SelectMany(entry => entry.Stages.Values.Select(stage => (entry.Id, stage))).FirstOrDefault(pair => pair.stage.ClientCertificateId == id);
        if (user.stage is not null)
        {
            throw AwsError.BadRequest($"Cannot delete client certificate '{id}', is referenced in stage: {user.Id}:{user.stage.StageName}");
        }

        call.Region.ClientCertificates.Remove(id);
        return Answer.Accepted;
    }

    private static ClientCertificateEntry Find(Call call) =>
        call.Region.ClientCertificates.Find(call["clientcertificate_id"]) ?? throw AwsError.NotFound("Invalid Client Certificate identifier specified");

    [GeneratedRegex(@"\Aarn:aws[\w-]*:acm:[\w-]+:\d{12}:certificate/[\w-]+\z")]
    private static partial Regex AcmArn();
}
