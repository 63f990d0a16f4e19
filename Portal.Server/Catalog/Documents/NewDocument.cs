using System.Text.Encodings.Web;
using System.Text.Json;

namespace Portal.Server.Catalog.Documents;

/// <summary>The first document of an API that is defined in the editor.</summary>
internal static class NewDocument
{
    public static string Text(string title, string version = "1.0.0", string? description = null)
    {
        var about = description is null ? "" : $"""

                "description": {Quoted(description)},
            """;

        return $$"""
            {
              "openapi": "3.0.1",
              "info": {
                "title": {{Quoted(title)}},{{about}}
                "version": {{Quoted(version)}}
              },
              "paths": {}
            }

            """;
    }

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
