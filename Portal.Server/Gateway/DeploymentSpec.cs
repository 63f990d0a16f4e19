using System.Text.Json.Serialization;

namespace Portal.Server.Gateway;

/// <summary>
/// An immutable snapshot of an API's definition. Its id is made from the definition itself (<see cref="Of"/>), and stands in AWS as the deployment's description:
/// the same definition is never deployed twice, and a stage can go back to any snapshot that AWS still has.
/// </summary>
internal sealed record DeploymentSpec(string Id) : Spec
{
    [JsonIgnore]
    public override Address Address => new(Kind.Deployment, Id);

    [JsonIgnore]
    public override Address Subject => new(Kind.RestApi, Api);

    [JsonIgnore]
    public override string Label => $"deployment {Id}";

    /// <summary>The portal's id of the API.</summary>
    public required string Api { get; init; }

    public static DeploymentSpec Of(RestApiSpec api) => new(IdOf(api)) { Api = api.Id };

    /// <summary>The first 16 hex digits of the definition's SHA-256.</summary>
    public static string IdOf(RestApiSpec api) => Digest.Of(api.Text)[..16];
}
