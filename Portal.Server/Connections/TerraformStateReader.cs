using System.Text;
using System.Text.Json;

namespace Portal.Server.Connections;

/// <summary>
/// Reads what a state of Terraform, or of OpenTofu, names of API Gateway: the file itself (version 4), or what "show -json" says of it. Of anything else in it nothing is looked at,
/// and no sentence repeats a word of it.
/// </summary>
internal static class TerraformStateReader
{
    /// <summary>More than any account holds.</summary>
    public const int MostThings = 20_000;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 512 };

    /// <param name="file">As it was given.</param>
    /// <param name="region">What is said to be in another Region is not of this connection.</param>
    public static TerraformReading Read(ReadOnlyMemory<byte> file, string region)
    {
        JsonDocument document;

        try
        {
            document = JsonDocument.Parse(InUtf8(file), Options);
        }
        catch (JsonException wrong)
        {
            return new TerraformReading.Unreadable($"It is no JSON: line {wrong.LineNumber + 1} cannot be read. A state is the file terraform.tfstate, or what 'terraform show -json' prints.");
        }

        using (document)
        {
            try
            {
                return Read(document.RootElement, region);
            }
            catch (InvalidOperationException)
            {
                // Half of a letter of two, or bytes that are none: nothing says so before such a text is read.
                return new TerraformReading.Unreadable("It is JSON with letters that are none. Give it as Terraform wrote it.");
            }
        }
    }

    private static TerraformReading Read(JsonElement state, string region) => state switch
    {
        { ValueKind: not JsonValueKind.Object } => new TerraformReading.Unreadable("It is JSON, and no state: a state is an object with a version."),
        _ when state.TryGetProperty("encrypted_data", out _) => new TerraformReading.Unreadable("It is encrypted. Give what 'tofu show -json' prints."),
        _ when state.TryGetProperty("planned_values", out _) => new TerraformReading.Unreadable("It is a plan: what is in it is not there yet. Give the state, or what 'terraform show -json' prints without a file."),
        _ when state.TryGetProperty("format_version", out _) => Collect(TerraformResource.OfShown(state), region),
        _ when !state.TryGetProperty("version", out _) => new TerraformReading.Unreadable("It is JSON, and no state: it says neither a version nor a format_version."),
        _ when state.GetProperty("version") is { ValueKind: JsonValueKind.Number } version && version.TryGetInt32(out var number) && number is 4 => Collect(TerraformResource.OfState(state), region),
        _ => new TerraformReading.Unreadable("It is a state of another version than 4. Terraform 0.12 and later write version 4: 'terraform apply -refresh-only' writes it anew."),
    };

    private static TerraformReading Collect(IEnumerable<TerraformResource> resources, string region)
    {
        // What is the thing itself is a better name for it than what is a part of it.
        Dictionary<string, string> wholes = [];
        Dictionary<string, string> parts = [];
        var elsewhere = 0;

        foreach (var resource in resources)
        {
            if (TerraformClaims.Of(resource.Type, resource.Attribute) is not { } claim)
            {
                continue;
            }

            if (resource.Region is { } other && other != region)
            {
                elsewhere++;
                continue;
            }

            (claim.IsWhole ? wholes : parts).TryAdd(claim.Path, resource.Address);

            if (wholes.Count + parts.Count > MostThings)
            {
                return new TerraformReading.Unreadable($"It names more than {MostThings:N0} things of API Gateway.");
            }
        }

        return new TerraformReading.Read(
            [.. wholes.Concat(parts.Where(part => !wholes.ContainsKey(part.Key))).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new TerraformThing(pair.Key, pair.Value))],
            elsewhere);
    }

    /// <summary>PowerShell writes what a program prints in UTF-16, others put a mark in front.</summary>
    private static ReadOnlyMemory<byte> InUtf8(ReadOnlyMemory<byte> file) => file.Span switch
    {
        [0xEF, 0xBB, 0xBF, ..] => file[3..],
        [0xFF, 0xFE, ..] => Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(file.Span[2..])),
        [0xFE, 0xFF, ..] => Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(file.Span[2..])),
        _ => file,
    };
}

/// <summary>What was found in a state.</summary>
internal abstract record TerraformReading
{
    /// <param name="Things">What it names of API Gateway.</param>
    /// <param name="Elsewhere">How many resources it names in other Regions.</param>
    internal sealed record Read(IReadOnlyList<TerraformThing> Things, int Elsewhere) : TerraformReading;

    /// <param name="Sentence">Why, and what to give instead.</param>
    internal sealed record Unreadable(string Sentence) : TerraformReading;
}
