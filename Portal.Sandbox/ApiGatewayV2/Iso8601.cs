using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Sandbox.ApiGatewayV2;

/// <summary>Version 2 of API Gateway writes times as <c>2026-01-31T12:00:00Z</c>.</summary>
internal sealed class Iso8601 : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
}
