using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Tags beside the portal's own mark.</summary>
internal sealed class LiveTags(AwsClients aws)
{
    /// <summary>All that somebody has set; null where there are none.</summary>
    public static SortedMap<string?>? Of(Dictionary<string, string>? tags)
    {
        var theirs = (tags ?? []).Where(tag => !tag.Key.StartsWith("portal:", StringComparison.OrdinalIgnoreCase) && !tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase));

        return SpecTags.Of(theirs.ToDictionary());
    }

    /// <summary>For the call that makes a thing, with the mark that makes it the portal's.</summary>
    public static Dictionary<string, string> With(string mark, SortedMap<string?>? tags)
    {
        var all = new Dictionary<string, string> { [RestApis.Mark] = mark };

        foreach (var (key, value) in tags ?? SortedMap<string?>.Empty)
        {
            if (value is not null)
            {
                all[key] = value;
            }
        }

        return all;
    }

    /// <summary>What differs of those that are said: which are set, and which are taken off.</summary>
    public static (Dictionary<string, string> Set, List<string> Gone) Changed(SortedMap<string?>? before, SortedMap<string?>? after)
    {
        var changed = (after ?? SortedMap<string?>.Empty).Where(tag => before?.GetValueOrDefault(tag.Key) != tag.Value).ToList();

        return (changed.Where(tag => tag.Value is not null).ToDictionary(tag => tag.Key, tag => tag.Value!), [.. changed.Where(tag => tag.Value is null).Select(tag => tag.Key)]);
    }

    /// <summary>Sets and takes off what differs of those that are said. The others stay.</summary>
    /// <param name="path">Of the thing, as "restapis/abc".</param>
    /// <param name="before">As they are.</param>
    /// <param name="after">As they shall be.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task WriteAsync(string path, SortedMap<string?>? before, SortedMap<string?>? after, CancellationToken cancellationToken)
    {
        var (set, gone) = Changed(before, after);

        if (set.Count > 0)
        {
            await Calls.AskAsync(aws.Writing.TagResourceAsync, new TagResourceRequest { ResourceArn = aws.Endpoint.ArnOf(path), Tags = set }, cancellationToken);
        }

        if (gone is not [])
        {
            await Calls.AskAsync(aws.Writing.UntagResourceAsync, new UntagResourceRequest { ResourceArn = aws.Endpoint.ArnOf(path), TagKeys = gone }, cancellationToken);
        }
    }
}
