using System.Text.Encodings.Web;
using System.Text.Json;
using Portal.Server.Catalog.Documents.WebSockets;

namespace Portal.Server.Catalog.Documents;

/// <summary>The first document of an API that is defined in the editor.</summary>
internal static class NewDocument
{
    public static string Text(string title, string version = "1.0.0", string? description = null, string? selection = null)
    {
        var selects = selection is null ? "" : $"""

              "{WebSocketDocument.Selection}": {Quoted(selection)},
            """;
        var about = description is null ? "" : $"""

                "description": {Quoted(description)},
            """;

        return $$"""
            {
              "openapi": "3.0.1",
              "info": {
                "title": {{Quoted(title)}},{{about}}
                "version": {{Quoted(version)}}
              },{{selects}}
              "paths": {}
            }

            """;
    }

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
