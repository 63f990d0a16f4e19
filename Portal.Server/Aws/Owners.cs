using Portal.Server.Connections;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>
/// Tells which tool owns a thing. CloudFormation tags what it makes, and so what SAM and CDK make; of Terraform a rule of the connection says the tag, or a state that it was given names the thing.
/// </summary>
/// <param name="tagOfTerraform">"ManagedBy=terraform", or a tag's name alone; null where nobody said.</param>
/// <param name="named">What states of Terraform name.</param>
internal sealed class Owners(string? tagOfTerraform, TerraformBook named)
{
    private const string Stack = "aws:cloudformation:stack-name";
    private const string OfCloudFormation = "aws:cloudformation:";

    public static Owners Standard { get; } = new(null, TerraformBook.Empty);

    /// <param name="path">AWS's path to it, as marks name it: "restapis/abc/stages/prod".</param>
    /// <param name="tags">Its tags.</param>
    public Ownership? Of(string path, IReadOnlyDictionary<string, string>? tags) => (tags is null ? null : OfTags(tags)) ?? named.Of(path);

    private Ownership? OfTags(IReadOnlyDictionary<string, string> tags)
    {
        if (tags.Keys.Any(key => key.StartsWith(OfCloudFormation, StringComparison.Ordinal)))
        {
            return new Ownership(Ownership.CloudFormation, tags.GetValueOrDefault(Stack) ?? "(without a name)");
        }

        return tagOfTerraform?.Split('=', 2) switch
        {
            [var key] when tags.ContainsKey(key) => ByTag(key),
            [var key, var value] when tags.TryGetValue(key, out var found) && string.Equals(found, value, StringComparison.OrdinalIgnoreCase) => ByTag(tagOfTerraform),
            _ => null,
        };
    }

    private static Ownership ByTag(string tag) => new(Ownership.Terraform, $"by the tag {tag}");
}
