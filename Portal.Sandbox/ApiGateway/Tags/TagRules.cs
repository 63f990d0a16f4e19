using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Tags;

/// <summary>Checks of tags. The texts are not recorded from the service.</summary>
internal static class TagRules
{
    private const int LongestKey = 128;
    private const int LongestValue = 256;

    public static Map<string>? Checked(Map<string>? tags)
    {
        if (tags is { Count: > Limits.Tags })
        {
            throw AwsError.BadRequest("Too many tags: a resource can have 50");
        }

        foreach (var (key, value) in tags ?? Map<string>.Empty)
        {
            if (key.Length is 0 or > LongestKey || value.Length > LongestValue)
            {
                throw AwsError.BadRequest($"Invalid tag specified: {key}. A key has 1 to 128 characters, a value at most 256");
            }
        }

        return tags;
    }
}
