using System.Buffers;
using System.Text.Json;

namespace Portal.Sandbox.Wire.Protocols;

/// <summary>Times are seconds since 1970.</summary>
internal sealed class JsonShape(Utf8JsonWriter json) : ShapeWriter
{
    public static ReadOnlyMemory<byte> Written(Action<ShapeWriter> write)
    {
        ArrayBufferWriter<byte> written = new();
        using (Utf8JsonWriter json = new(written))
        {
            JsonShape shape = new(json);
            shape.StartObject();
            write(shape);
            shape.EndObject();
        }

        return written.WrittenMemory;
    }

    public override void Text(string value) => json.WriteStringValue(value);

    public override void Number(double value) => json.WriteNumberValue(value);

    public override void Whole(long value) => json.WriteNumberValue(value);

    public override void Flag(bool value) => json.WriteBooleanValue(value);

    public override void Time(DateTimeOffset value) => json.WriteNumberValue(value.ToUnixTimeMilliseconds() / 1000m);

    public override void Name(string name) => json.WritePropertyName(name);

    public override void StartObject() => json.WriteStartObject();

    public override void EndObject() => json.WriteEndObject();

    public override void StartList() => json.WriteStartArray();

    public override void EndList() => json.WriteEndArray();
}
