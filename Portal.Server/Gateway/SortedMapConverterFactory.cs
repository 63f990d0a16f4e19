using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Server.Gateway;

/// <summary>Writes a <see cref="SortedMap{T}"/> as a JSON object. The source generator cannot build the type by itself.</summary>
internal sealed class SortedMapConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(SortedMap<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GenericTypeArguments))!;

    private sealed class Converter<T> : JsonConverter<SortedMap<T>>
    {
        public override SortedMap<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var items = new List<KeyValuePair<string, T>>();

            while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
            {
                var key = reader.GetString()!;
                reader.Read();
                items.Add(new(key, JsonSerializer.Deserialize<T>(ref reader, options)!));
            }

            return new SortedMap<T>(items);
        }

        public override void Write(Utf8JsonWriter writer, SortedMap<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();

            foreach (var (key, item) in value)
            {
                writer.WritePropertyName(key);
                JsonSerializer.Serialize(writer, item, options);
            }

            writer.WriteEndObject();
        }
    }
}
