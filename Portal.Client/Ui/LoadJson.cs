using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Shared;

namespace Portal.Client.Ui;

/// <summary>
/// Writes a <see cref="Load{T}"/> as {"ready": value}, {"failed": refusal} or {}; needed because a generic family cannot name its own members to the serializer.
/// What is too large to travel is written as nothing, so that the circuit asks for it again: it comes as one message, and one that is larger than the hub takes would end the circuit.
/// </summary>
internal sealed class LoadJson : JsonConverterFactory
{
    /// <summary>In bytes. It travels encrypted and as text, nearly twice as long, and a page keeps up to three.</summary>
    internal const int Most = 80 * 1024;

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

        public override void Write(Utf8JsonWriter writer, Load<T> value, JsonSerializerOptions options)
        {
            var form = JsonSerializer.SerializeToUtf8Bytes(value switch
            {
                Load<T>.Ready(var ready) => new Form<T>([ready], null),
                Load<T>.Failed(var refusal) => new Form<T>(null, refusal),
                _ => new Form<T>(null, null),
            }, options);

            if (form.Length > Most)
            {
                writer.WriteNullValue();
            }
            else
            {
                writer.WriteRawValue(form, skipInputValidation: true);
            }
        }
    }

    // Ready is a list of one, because the value itself may be null or a value type.
    private sealed record Form<T>(IReadOnlyList<T>? Ready, Refusal? Failed);
}
