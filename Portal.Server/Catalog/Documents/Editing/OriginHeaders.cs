using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>The two headers by which an answer says from where browsers may read it, as members of an object.</summary>
internal static class OriginHeaders
{
    /// <summary>Writes them; what stands there in another case stays so.</summary>
    /// <param name="parameters">The headers.</param>
    /// <param name="prefix">Of their names.</param>
    /// <param name="origin">Null where a template names it.</param>
    /// <param name="credentials">Whether browsers may send cookies and passwords.</param>
    public static void Write(JsonObject parameters, string prefix, string? origin, bool credentials)
    {
        if (origin is null)
        {
            Remove(parameters, prefix + Browsers.Origin);
        }
        else
        {
            Put(parameters, prefix + Browsers.Origin, $"'{origin}'");
        }

        if (credentials)
        {
            Put(parameters, prefix + Browsers.Credentials, "'true'");
        }
        else
        {
            Remove(parameters, prefix + Browsers.Credentials);
        }
    }

    /// <summary>Under the name that stands there already, whose case may be another.</summary>
    private static void Put(JsonObject parameters, string name, string value)
    {
        var known = Names(parameters, name).FirstOrDefault() ?? name;

        if (parameters.Text(known) != value)
        {
            parameters[known] = value;
        }
    }

    public static void Remove(JsonObject parameters, string name)
    {
        foreach (var known in Names(parameters, name).ToList())
        {
            parameters.Remove(known);
        }
    }

    public static IEnumerable<string> Names(JsonObject owner, string name) => owner.Select(member => member.Key).Where(key => key.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>False where there was nothing to take.</summary>
    public static bool Take(JsonObject owner, string name, string prefix)
    {
        if (owner.Member(name) is not { } members || !Names(members, prefix + Browsers.Origin).Concat(Names(members, prefix + Browsers.Credentials)).Any())
        {
            return false;
        }

        Remove(members, prefix + Browsers.Origin);
        Remove(members, prefix + Browsers.Credentials);
        DropEmpty(owner, name);

        return true;
    }

    public static void DropEmpty(JsonObject owner, string name)
    {
        if (owner.Member(name) is { Count: 0 })
        {
            owner.Remove(name);
        }
    }
}
