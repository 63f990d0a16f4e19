using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Portal.Sandbox.State;

/// <summary>A map is a JSON object; its names are pooled, because the same few ("200", "application/json") stand in all of them.</summary>
internal sealed class MapJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Map<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter?)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GetGenericArguments())) ?? throw new UnreachableException();

    private sealed class Of<T> : JsonConverter<Map<T>>
    {
        public override Map<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            // The converter itself: the serializer would look for the end of every value before it reads it, and so of what is nested again and again.
            var values = (JsonConverter<T>)options.GetTypeInfo(typeof(T)).Converter;
            List<KeyValuePair<string, T>>? pairs = null;
            while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
            {
                var key = Words.Pooled(ref reader);
                reader.Read();
                (pairs ??= []).Add(new(key, values.Read(ref reader, typeof(T), options)!));
            }

            return pairs is null ? Map<T>.Empty : Map<T>.Of(pairs);
        }

        public override void Write(Utf8JsonWriter writer, Map<T> value, JsonSerializerOptions options)
        {
            var info = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
            writer.WriteStartObject();
            foreach (var (key, item) in value)
            {
                writer.WritePropertyName(key);
                JsonSerializer.Serialize(writer, item, info);
            }

            writer.WriteEndObject();
        }
    }
}
