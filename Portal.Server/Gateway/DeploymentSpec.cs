using System.Text.Json.Serialization;

namespace Portal.Server.Gateway;

/// <summary>
/// An immutable snapshot of an API's definition. Its id is made from the definition itself (<see cref="IdOf"/>), and stands in AWS as the deployment's description:
/// the same definition is never deployed twice, and a stage can go back to any snapshot that AWS still has.
/// </summary>
internal sealed record DeploymentSpec(string Id) : Spec
{
    [JsonIgnore]
    public override Address Address => new(Kind.Deployment, Id);

    [JsonIgnore]
    public override Address Subject => new(ApiKind ?? Kind.RestApi, Api);

    [JsonIgnore]
    public override string Label => $"deployment {Id}";

    /// <summary>The portal's id of the API.</summary>
    public required string Api { get; init; }

    /// <summary>What the API is; null is a REST API, and not said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Kind? ApiKind { get; init => field = value is Kind.RestApi ? null : value; }

    public static DeploymentSpec Of(DefinitionSpec api) => Of(api.Address, IdOf(api));

    public static DeploymentSpec Of(Address api, string id) => new(id) { Api = api.Id, ApiKind = api.Kind };

    /// <summary>The first 16 hex digits of the definition's SHA-256. Tags are no part of it.</summary>
    public static string IdOf(DefinitionSpec api) => Digest.Of(api.Untagged().Text)[..16];
}
