namespace Portal.Sandbox.Wire.Protocols;

/// <summary>Writes an answer member by member, in whatever the call was said in. What is null is left out, as AWS does.</summary>
internal abstract class ShapeWriter
{
    public void Member(string name, string? value)
    {
        if (value is not null)
        {
            Name(name);
            Text(value);
        }
    }

    public void Member(string name, double? value)
    {
        if (value is { } number)
        {
            Name(name);
            Number(number);
        }
    }

    public void Member(string name, long? value)
    {
        if (value is { } number)
        {
            Name(name);
            Whole(number);
        }
    }

    public void Member(string name, bool value)
    {
        Name(name);
        Flag(value);
    }

    public void Member(string name, DateTimeOffset value)
    {
        Name(name);
        Time(value);
    }

    public void List<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        Name(name);
        StartList();
        foreach (var item in items)
        {
            write(item);
        }

        EndList();
    }

    public void Object(string name, Action members)
    {
        Name(name);
        StartObject();
        members();
        EndObject();
    }

    /// <summary>A list of structures.</summary>
    public void Objects<T>(string name, IEnumerable<T> items, Action<T> members) => List(name, items, item =>
    {
        StartObject();
        members(item);
        EndObject();
    });

    public abstract void Text(string value);

    public abstract void Number(double value);

    public abstract void Whole(long value);

    public abstract void Flag(bool value);

    public abstract void Time(DateTimeOffset value);

    public abstract void Name(string name);

    public abstract void StartObject();

    public abstract void EndObject();

    public abstract void StartList();

    public abstract void EndList();

    /// <summary>A map is written as its entries; XML has a form of its own for it.</summary>
    public virtual void Map(string name, IEnumerable<KeyValuePair<string, double>> entries)
    {
        Name(name);
        StartObject();
        foreach (var (key, value) in entries)
        {
            Member(key, value);
        }

        EndObject();
    }
}
