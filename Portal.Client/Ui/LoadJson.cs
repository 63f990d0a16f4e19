using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Shared;

namespace Portal.Client.Ui;

/// <summary>Writes a <see cref="Load{T}"/> as {"ready": value}, {"failed": refusal} or {}; needed because a generic family cannot name its own members to the serializer.</summary>
internal sealed class LoadJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Load<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GenericTypeArguments))!;

    private sealed class Converter<T> : JsonConverter<Load<T>>
    {
        public override Load<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var form = JsonSerializer.Deserialize<Form<T>>(ref reader, options);
            return form switch
            {
                { Failed: { } refusal } => new Load<T>.Failed(refusal),
                { Ready: [var value] } => new Load<T>.Ready(value),
                _ => new Load<T>.Waiting(),
            };
        }

        public override void Write(Utf8JsonWriter writer, Load<T> value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value switch
        {
            Load<T>.Ready(var ready) => new Form<T>([ready], null),
            Load<T>.Failed(var refusal) => new Form<T>(null, refusal),
            _ => new Form<T>(null, null),
        }, options);
    }

    // Ready is a list of one, because the value itself may be null or a value type.
    private sealed record Form<T>(IReadOnlyList<T>? Ready, Refusal? Failed);
}
