namespace Amazon.Wire;

internal enum Place
{
    Path,
    Query,
    Header,
    Body,
}

/// <summary>Says how a member travels that is not a member of the JSON body. Without a name, a map gives one query parameter per entry.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class TravelsAttribute(Place place, string name) : Attribute
{
    public Place Place { get; } = place;

    public string Name { get; } = name;
}

internal sealed class InPathAttribute(string name) : TravelsAttribute(Place.Path, name);

internal sealed class InQueryAttribute(string name = null) : TravelsAttribute(Place.Query, name);

internal sealed class InHeaderAttribute(string name) : TravelsAttribute(Place.Header, name);

/// <summary>This member, a MemoryStream, is the whole body and travels as it is.</summary>
internal sealed class AsBodyAttribute() : TravelsAttribute(Place.Body, null);
