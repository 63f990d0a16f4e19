using System.Text.Json;

namespace Portal.Server.Stages;

/// <summary>What this room wants to know again when a run that it proposed is done. To everybody else it is a text.</summary>
internal sealed record DeploymentReference
{
    private const string Mark = "stages.deployment:";

    public required Guid Stage { get; init; }

    /// <summary>The revision's id.</summary>
    public required Guid Revision { get; init; }

    public required string Deployment { get; init; }

    public required Dictionary<string, string> Variables { get; init; }

    /// <summary>The text of the stage's settings; null where the portal leaves them alone.</summary>
    public string? Settings { get; init; }

    /// <summary>Whether the settings come from elsewhere, and are the stage's own from then on.</summary>
    public bool TakesSettings { get; init; }

    /// <summary>Whether nothing but the stage's own settings was to change.</summary>
    public bool IsSetUp { get; init; }

    /// <summary>The client certificate that the stage is pointed at, which is its own from then on; null where that is not what it is about.</summary>
    public string? Certificate { get; init; }

    /// <summary>The same of further stages of the API, where one run is about several.</summary>
    public IReadOnlyList<DeploymentReference> Beside { get; init; } = [];

    /// <summary>Where it was promoted from; null for what was not.</summary>
    public PromotedRelease? Promotes { get; init; }

    /// <summary>The release of the stage that is brought back; null for what never ran there.</summary>
    public Guid? Restores { get; init; }

    /// <summary>Of every stage that the run is about.</summary>
    public IEnumerable<DeploymentReference> Each() => [this, .. Beside];

    public string ToText() => Mark + JsonSerializer.Serialize(this, JsonSerializerOptions.Default);

    /// <summary>Null where the text is another room's.</summary>
    public static DeploymentReference? Of(string text) => text.StartsWith(Mark, StringComparison.Ordinal)
        ? JsonSerializer.Deserialize<DeploymentReference>(text.AsSpan(Mark.Length), JsonSerializerOptions.Default)
        : null;
}

/// <param name="FromStage">The stage before.</param>
/// <param name="Release">The release as it ran there.</param>
internal sealed record PromotedRelease(Guid FromStage, Guid Release);
