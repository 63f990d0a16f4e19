using System.Formats.Cbor;

namespace Portal.Sandbox.Wire.Protocols;

/// <summary>Times are tag 1 with seconds since 1970.</summary>
internal sealed class CborShape(CborWriter cbor) : ShapeWriter
{
    public static ReadOnlyMemory<byte> Written(Action<ShapeWriter> write)
    {
        CborWriter cbor = new(CborConformanceMode.Lax, convertIndefiniteLengthEncodings: true);
        CborShape shape = new(cbor);
        shape.StartObject();
        write(shape);
        shape.EndObject();
        return cbor.Encode();
    }

    public override void Text(string value) => cbor.WriteTextString(value);

    public override void Number(double value) => cbor.WriteDouble(value);

    public override void Whole(long value) => cbor.WriteInt64(value);

    public override void Flag(bool value) => cbor.WriteBoolean(value);

    public override void Time(DateTimeOffset value)
    {
        cbor.WriteTag(CborTag.UnixTimeSeconds);
        cbor.WriteDouble(value.ToUnixTimeMilliseconds() / 1000d);
    }

    public override void Name(string name) => cbor.WriteTextString(name);

    public override void StartObject() => cbor.WriteStartMap(null);

    public override void EndObject() => cbor.WriteEndMap();

    public override void StartList() => cbor.WriteStartArray(null);

    public override void EndList() => cbor.WriteEndArray();
}
