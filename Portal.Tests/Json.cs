using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Tests;

/// <summary>Reads what the HTTP API answers, as a client of ours would.</summary>
internal static class Json
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
}
