using System.Text.Json.Serialization;

namespace Portal.Server.Gateway;

/// <summary>
/// The tag portal:id on a thing that somebody else made: with it the thing is the portal's to change. Its id is the thing's path in AWS, "restapis/abc/stages/prod".
/// Nothing else of the thing is in it, so that marking changes nothing else.
/// </summary>
internal sealed record MarkSpec(string Id) : Spec
{
    [JsonIgnore]
    public override Address Address => new(Kind.Mark, Id);

    [JsonIgnore]
    public override string Label => $"the mark on {Id}";

    /// <summary>The portal's id of the thing.</summary>
    public required string Portal { get; init; }
}
