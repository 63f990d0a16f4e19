namespace Portal.Server.Gateway;

/// <summary>What names a thing on both sides: its kind and the portal's id (the tag portal:id, or its two ends for a link). A name may change; AWS ids are looked up, never compared.</summary>
internal readonly record struct Address(Kind Kind, string Id)
{
    public override string ToString() => $"{Kind}/{Id}";

    public static Address Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);

        return new Address(Enum.Parse<Kind>(text[..slash]), text[(slash + 1)..]);
    }
}
