using System.Text.Json.Serialization;

namespace Portal.Server.Gateway;

/// <summary>API Gateway's settings of an account and Region. There is always one of them, which nobody makes and nobody deletes; its id is the connection's.</summary>
internal sealed record AccountSettingsSpec(string Id) : Spec
{
    [JsonIgnore]
    public override Address Address => new(Kind.AccountSettings, Id);

    [JsonIgnore]
    public override string Label => "settings of the account";

    /// <summary>The role as which API Gateway writes logs, by its ARN; null where it may write none.</summary>
    public required string? LogRoleArn { get; init; }
}
