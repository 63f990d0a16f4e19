using System.Globalization;
using System.Xml;

namespace Portal.Sandbox.Wire.Protocols;

/// <summary>A member is an element; an item of a list is an element <c>member</c>. Times are ISO 8601.</summary>
internal sealed class XmlShape(XmlWriter xml) : ShapeWriter
{
    private string? _name;

    private string Element
    {
        get
        {
            var name = _name ?? "member";
            _name = null;
            return name;
        }
    }

    public override void Text(string value) => xml.WriteElementString(Element, value);

    public override void Number(double value) => Text(value.ToString(CultureInfo.InvariantCulture));

    public override void Whole(long value) => Text(value.ToString(CultureInfo.InvariantCulture));

    public override void Flag(bool value) => Text(value ? "true" : "false");

    public override void Time(DateTimeOffset value) => Text(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture));

    public override void Name(string name) => _name = name;

    public override void StartObject() => xml.WriteStartElement(Element);

    public override void EndObject() => xml.WriteEndElement();

    public override void StartList() => xml.WriteStartElement(Element);

    public override void EndList() => xml.WriteEndElement();

    public override void Map(string name, IEnumerable<KeyValuePair<string, double>> entries)
    {
        xml.WriteStartElement(name);
        foreach (var (key, value) in entries)
        {
            xml.WriteStartElement("entry");
            xml.WriteElementString("key", key);
            xml.WriteElementString("value", value.ToString(CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
