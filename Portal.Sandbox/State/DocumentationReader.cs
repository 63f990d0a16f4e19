using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Portal.Sandbox.ApiGateway.Documentation;
using static Portal.Sandbox.State.PartReading;

namespace Portal.Sandbox.State;

/// <summary>Reads documentation as it is kept.</summary>
internal static class DocumentationReader
{
    public static DocumentationPart Part(ref Utf8JsonReader reader)
    {
        string? id = null, properties = null;
        DocumentationLocation? location = null;
        while (Member(ref reader) is { } name)
        {
            switch (name)
            {
                case "id": id = reader.GetString(); break;
                case "location": location = Location(ref reader); break;
                case "properties": properties = Recurring(ref reader); break;
                default: reader.Skip(); break;
            }
        }

        return new() { Id = id!, Location = location!, Properties = properties! };
    }

    private static DocumentationLocation Location(ref Utf8JsonReader reader)
    {
        string? type = null, path = null, method = null, status = null, named = null;
        while (Member(ref reader) is { } name)
        {
            switch (name)
            {
                case "type": type = Recurring(ref reader); break;
                case "path": path = Recurring(ref reader); break;
                case "method": method = Recurring(ref reader); break;
                case "statusCode": status = Recurring(ref reader); break;
                case "name": named = Recurring(ref reader); break;
                default: reader.Skip(); break;
            }
        }

        return new() { Type = type!, Path = path, Method = method, StatusCode = status, Name = named };
    }
}

/// <summary>What is said of the parts of an API, as its file has it.</summary>
internal sealed class SavedDocumentation : JsonConverter<Map<DocumentationPart>>
{
    public override Map<DocumentationPart> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Entries(ref reader, DocumentationReader.Part);

    public override void Write(Utf8JsonWriter writer, Map<DocumentationPart> value, JsonSerializerOptions options)
    {
        var info = (JsonTypeInfo<DocumentationPart>)options.GetTypeInfo(typeof(DocumentationPart));
        writer.WriteStartObject();
        foreach (var (id, part) in value)
        {
            writer.WritePropertyName(id);
            JsonSerializer.Serialize(writer, part, info);
        }

        writer.WriteEndObject();
    }
}
