using System.Text.RegularExpressions;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Resources;

/// <summary>How paths may grow.</summary>
internal static partial class ResourceRules
{
    public static AwsError NoSuchResource => AwsError.NotFound("Invalid Resource identifier specified");

    public static Resource Resource(this ApiDefinition definition, string id) => definition.Resources.Find(id) ?? throw NoSuchResource;

    public static bool IsVariable(string? part) => part?.StartsWith('{') is true;

    public static bool IsGreedy(string? part) => part?.EndsWith("+}", StringComparison.Ordinal) is true;

    /// <summary>Refuses a part that API Gateway would refuse below this parent.</summary>
    public static void CheckChild(ApiDefinition definition, Resource parent, string part, string? itself = null) =>
        CheckChild(parent, part, definition.Resources.Values.Where(resource => resource.ParentId == parent.Id && resource.Id != itself));

    public static void CheckChild(Resource parent, string part, IEnumerable<Resource> siblings)
    {
        if (!PathPart().IsMatch(part))
        {
            throw AwsError.BadRequest("Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and the end.");
        }

        if (IsGreedy(parent.PathPart))
        {
            throw AwsError.BadRequest($"Cannot create a child of a resource with a greedy path variable: {parent.PathPart}");
        }

        foreach (var sibling in siblings)
        {
            if (sibling.PathPart == part)
            {
                throw AwsError.Conflict($"Another resource with the same parent already has this name: {part}");
            }

            if (IsVariable(part) && IsVariable(sibling.PathPart))
            {
                throw AwsError.BadRequest($"A sibling ({sibling.PathPart}) of this resource already has a variable path part -- only one is allowed");
            }
        }
    }

    public static string PathBelow(Resource parent, string part) => parent.Path is "/" ? $"/{part}" : $"{parent.Path}/{part}";

    // The documents allow a comma too.
    [GeneratedRegex(@"\A([a-zA-Z0-9._\-:,]+|\{[a-zA-Z0-9._\-:]+\+?\})\z")]
    private static partial Regex PathPart();
}
