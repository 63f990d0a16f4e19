using System.Text.Json.Serialization;

namespace Portal.Server.Gateway;

/// <summary>
/// A certificate that API Gateway shows backends, so that they know who calls. AWS makes its key and signs it for a year: nothing of it can be said but its description,
/// and one that is made again is another one.
/// </summary>
internal sealed record ClientCertificateSpec(string Id) : Spec
{
    [JsonIgnore]
    public override Address Address => new(Kind.ClientCertificate, Id);

    [JsonIgnore]
    public override string Label => $"client certificate {Name}";

    /// <summary>What a person calls it.</summary>
    [JsonIgnore]
    public string Name => Description ?? Id;

    public required string? Description { get; init; }
}
