using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Server.Gateway;

/// <summary>
/// How one thing of the gateway should be, or is: a value with one canonical text, which is what is compared, approved, reviewed and stored.
/// It is complete: the thing can be written again from its text alone, which is what undo and a restart rely on. Secrets never enter it.
/// (Overrides say [JsonIgnore] again: the serializer does not inherit it.)
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(RestApiSpec), nameof(Kind.RestApi))]
[JsonDerivedType(typeof(HttpApiSpec), nameof(Kind.HttpApi))]
[JsonDerivedType(typeof(WebSocketApiSpec), nameof(Kind.WebSocketApi))]
[JsonDerivedType(typeof(DeploymentSpec), nameof(Kind.Deployment))]
[JsonDerivedType(typeof(StageSpec), nameof(Kind.Stage))]
[JsonDerivedType(typeof(UsagePlanSpec), nameof(Kind.UsagePlan))]
[JsonDerivedType(typeof(ApiKeySpec), nameof(Kind.ApiKey))]
[JsonDerivedType(typeof(AccountSettingsSpec), nameof(Kind.AccountSettings))]
[JsonDerivedType(typeof(ClientCertificateSpec), nameof(Kind.ClientCertificate))]
[JsonDerivedType(typeof(VpcLinkSpec), nameof(Kind.VpcLink))]
[JsonDerivedType(typeof(VpcLinkV2Spec), nameof(Kind.VpcLinkV2))]
[JsonDerivedType(typeof(DomainNameSpec), nameof(Kind.DomainName))]
[JsonDerivedType(typeof(DocumentationSpec), nameof(Kind.Documentation))]
[JsonDerivedType(typeof(MarkSpec), nameof(Kind.Mark))]
internal abstract record Spec
{
    [JsonIgnore]
    public abstract Address Address { get; }

    /// <summary>What a person calls it, for sentences; never compared.</summary>
    [JsonIgnore]
    public abstract string Label { get; }

    /// <summary>What it belongs to: what a run is about, and what a refusal holds up. Itself, unless it is a part of something.</summary>
    [JsonIgnore]
    public virtual Address Subject => Address;

    /// <summary>How it stands in the middle of its deletion, where AWS wants it emptied first; null where one call deletes it.</summary>
    [JsonIgnore]
    public virtual Spec? Emptied => null;

    /// <summary>The same as far as another form of it says something: settings and tags that are not the portal's to say are left out. All of it where there is none.</summary>
    public virtual Spec AsFarAs(Spec? said) => this;

    /// <summary>The same, and what the portal set before and does not want any more is taken off: a tag that nobody names is somebody else's.</summary>
    public virtual Spec LettingGo(Spec before) => this;

    /// <summary>What somebody else made, as the portal holds it from then on: its tags stay theirs.</summary>
    public virtual Spec AsFound() => this;

    /// <summary>What a run left, as a gateway is held against it from then on: what the portal does not keep is left out.</summary>
    public virtual Spec AsLeft() => this;

    [JsonIgnore]
    public string Text => JsonSerializer.Serialize(this, GatewayJson.Canonical.Spec);

    public static Spec Parse(string text) => JsonSerializer.Deserialize(text, GatewayJson.Canonical.Spec)
        ?? throw new JsonException("A spec is never null.");
}
