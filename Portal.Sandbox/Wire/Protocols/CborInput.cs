using System.Buffers;
using System.Formats.Cbor;
using System.Globalization;
using System.Text.Json;

namespace Portal.Sandbox.Wire.Protocols;

/// <summary>A call's CBOR as JSON. A time, tag 1, becomes its number of seconds; what JSON has no number for (NaN) becomes a text.</summary>
internal static class CborInput
{
    private const int Deepest = 32;

    public static ReadOnlyMemory<byte> ToJson(byte[] content)
    {
        if (content.Length is 0)
        {
            return content;
        }

        ArrayBufferWriter<byte> written = new(content.Length * 2);
        using (Utf8JsonWriter json = new(written))
        {
            CborReader cbor = new(content, CborConformanceMode.Lax);
            Copy(cbor, json, 0);
        }

        return written.WrittenMemory;
    }

    private static void Copy(CborReader cbor, Utf8JsonWriter json, int depth)
    {
        if (depth > Deepest)
        {
            throw new CborContentException("Nested too deep.");
        }

        switch (cbor.PeekState())
        {
            case CborReaderState.StartMap:
                Map(cbor, json, depth);
                break;
            case CborReaderState.StartArray:
                List(cbor, json, depth);
                break;
            case CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString:
                json.WriteStringValue(cbor.ReadTextString());
                break;
            case CborReaderState.ByteString or CborReaderState.StartIndefiniteLengthByteString:
                json.WriteBase64StringValue(cbor.ReadByteString());
                break;
            case CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger:
                json.WriteNumberValue(cbor.ReadInt64());
                break;
            case CborReaderState.HalfPrecisionFloat or CborReaderState.SinglePrecisionFloat or CborReaderState.DoublePrecisionFloat:
                Number(json, cbor.ReadDouble());
                break;
            case CborReaderState.Boolean:
                json.WriteBooleanValue(cbor.ReadBoolean());
                break;
            case CborReaderState.Null or CborReaderState.SimpleValue:
                cbor.SkipValue();
                json.WriteNullValue();
                break;
            case CborReaderState.Tag:
                cbor.ReadTag();
                Copy(cbor, json, depth + 1);
                break;
            default:
                throw new CborContentException("Not expected here.");
        }
    }

    private static void Map(CborReader cbor, Utf8JsonWriter json, int depth)
    {
        cbor.ReadStartMap();
        json.WriteStartObject();
        while (cbor.PeekState() is not CborReaderState.EndMap)
        {
            json.WritePropertyName(cbor.ReadTextString());
            Copy(cbor, json, depth + 1);
        }

        cbor.ReadEndMap();
        json.WriteEndObject();
    }

    private static void List(CborReader cbor, Utf8JsonWriter json, int depth)
    {
        cbor.ReadStartArray();
        json.WriteStartArray();
        while (cbor.PeekState() is not CborReaderState.EndArray)
        {
            Copy(cbor, json, depth + 1);
        }

        cbor.ReadEndArray();
        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumberValue(value);
        }
        else
        {
            json.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }
}
