using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Tells by tags which tool owns a thing. CloudFormation tags what it makes, and so what SAM and CDK make; of Terraform a rule of the connection says the tag.</summary>
/// <param name="terraform">"ManagedBy=terraform", or a tag's name alone; null where nobody said.</param>
internal sealed class OwnerTags(string? terraform)
{
    private const string Stack = "aws:cloudformation:stack-name";
    private const string OfCloudFormation = "aws:cloudformation:";

    public static OwnerTags Standard { get; } = new(null);

    public Ownership? Of(IReadOnlyDictionary<string, string>? tags)
    {
        if (tags is null)
        {
            return null;
        }

        if (tags.Keys.Any(key => key.StartsWith(OfCloudFormation, StringComparison.Ordinal)))
        {
            return new Ownership(Ownership.CloudFormation, tags.GetValueOrDefault(Stack) ?? "(without a name)");
        }

        return terraform?.Split('=', 2) switch
        {
            [var key] when tags.ContainsKey(key) => new Ownership(Ownership.Terraform, key),
            [var key, var value] when tags.TryGetValue(key, out var found) && string.Equals(found, value, StringComparison.OrdinalIgnoreCase) => new Ownership(Ownership.Terraform, terraform),
            _ => null,
        };
    }
}
